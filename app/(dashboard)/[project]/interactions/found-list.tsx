import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { FilterChips } from "#components/dashboard/filters/filter-chips.tsx";
import { SearchNote } from "#components/dashboard/filters/search-note.tsx";
import { InteractionList } from "#components/dashboard/interactions/interaction-list.tsx";
import { LineFocus } from "#components/dashboard/interactions/line-focus.tsx";
import { formatListCount } from "#components/dashboard/interactions/list-count.ts";
import { PageLinks } from "#components/dashboard/shell/page-links.tsx";
import { type CountedRating, countedUnit } from "#components/dashboard/url/figure-population.ts";
import { type ListName, listQuery } from "#components/dashboard/url/list-link.ts";
import { Card } from "#components/ui/card.tsx";
import { countsSingly, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import {
  type InteractionFilter,
  type ListTotal,
  listInteractions,
  type RatingFilter,
} from "#lib/observe/interactions/index.ts";
import { listChips } from "./list-chips.ts";
import { activeListFilters, listFilter } from "./list-filter.ts";

/** A page of the list, how much there is of what it is filtered by, and the way on. */
export async function FoundList({ page }: { page: ProjectPage }) {
  const { access, base, tz, search } = page;
  const chosen = activeListFilters(page);
  const first = !search.cursor;
  const filter = { ...listFilter(page), counted: first };
  const { data, nextCursor, count, search: notes } = await listInteractions(access.project.projectId, filter);
  const path = `${base}/interactions`;
  const chips = <FilterChips chips={listChips(page)} path={path} search={search} />;
  if (data.length === 0 && first)
    return (
      <>
        {notes && <SearchNote notes={notes} isEmpty={filter.text !== undefined} />}
        {chips}
        <NothingInWindow page={page} path={path} chosen={{ ...page.chosen, ...chosen }} />
      </>
    );
  const all = count && !count.complete ? await countByRollups(page, chosen, count) : count;
  return (
    <>
      {notes && <SearchNote notes={notes} />}
      {chips}
      <Total shown={data.length} all={all} first={first} filter={filter} />
      <Card flush>
        <InteractionList items={data} base={base} tz={tz} query={listQuery(search)} />
      </Card>
      <LineFocus />
      <PageLinks path={path} search={search} nextCursor={nextCursor} />
    </>
  );
}

interface TotalProps {
  shown: number;
  all: ListTotal | null;
  first: boolean;
  filter: Pick<InteractionFilter, "rating" | "category" | "score" | "burst">;
}

/** How much the list has, in the unit of the figure that leads here. */
function Total({ shown, all, first, filter: { rating, category, score, burst } }: TotalProps) {
  const unit =
    rating === "rated"
      ? "ratings"
      : countedUnit({
          rating: countedRating(rating),
          categories: category === undefined ? [] : [category],
          score,
          burst,
        });
  return (
    <p
      className="mb-2 text-faint text-sm"
      role="status"
      data-interactions={all?.complete ? all.interactions : undefined}
      data-ratings={all?.complete ? all.ratings : undefined}
    >
      {formatListCount({ shown, all, unit, first })}
    </p>
  );
}

/** Of the list's filters those that count ratings. */
const countedRating = (rating: RatingFilter | undefined): CountedRating | undefined =>
  rating === "annotated" || rating === "unrated" || rating === "score" ? undefined : rating;

/**
 * What a list has that is too long to be counted row by row, as far as the rollups know it: all interactions of the page's
 * window and filters exactly; of what only a list can be asked for, no more than was counted.
 */
async function countByRollups(
  { filter }: ProjectPage,
  chosen: Partial<Record<ListName, string>>,
  counted: ListTotal,
): Promise<ListTotal> {
  const { rating, ...others } = chosen;
  if (Object.keys(others).length > 0 || (rating !== undefined && rating !== "rated")) return counted;
  if (countsSingly(filter)) return counted;
  const { interactions, rated, ratings } = await wholeSummary(filter);
  return rating === undefined
    ? { interactions, ratings: null, complete: true }
    : { interactions: rated, ratings, complete: true };
}
