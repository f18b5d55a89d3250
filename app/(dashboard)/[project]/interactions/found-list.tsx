import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { type CountedRating, unitOf } from "#components/dashboard/figure-population.ts";
import { FilterChips } from "#components/dashboard/filter-chips.tsx";
import { InteractionList } from "#components/dashboard/interaction-list.tsx";
import { LineFocus } from "#components/dashboard/line-focus.tsx";
import { listQuery } from "#components/dashboard/list-address.ts";
import { formatListCount } from "#components/dashboard/list-count.ts";
import { PageLinks } from "#components/dashboard/page-links.tsx";
import { SearchNote } from "#components/dashboard/search-note.tsx";
import { Card } from "#components/ui/card.tsx";
import {
  type InteractionFilter,
  type ListTotal,
  listInteractions,
  type RatingFilter,
} from "#lib/observe/interactions/index.ts";
import { countByRollups } from "./count-by-rollups.ts";
import { listChips } from "./list-chips.ts";
import { listChosen, listFilter } from "./list-filter.ts";

/** A page of the list, how much there is of what it is filtered by, and the way on. */
export async function FoundList({ page }: { page: ProjectPage }) {
  const { access, base, tz, search } = page;
  const chosen = listChosen(page);
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
      : unitOf({
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
