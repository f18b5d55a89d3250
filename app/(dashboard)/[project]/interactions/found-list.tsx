import { InteractionList } from "#components/dashboard/interaction-list";
import { LineFocus } from "#components/dashboard/line-focus";
import { PageLinks } from "#components/dashboard/page-links";
import { SearchNote } from "#components/dashboard/search-note";
import { Card } from "#components/ui/card";
import { overview } from "#lib/evaluate/metrics/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { listQuery } from "../../../../components/dashboard/list-address.ts";
import { listCountWords } from "../../../../components/dashboard/list-count.ts";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import type { ProjectPage } from "../../read-page.ts";
import { listChosen, listFilter } from "./list-filter.ts";

/** A page of the list, how much of it that is, and the way on. */
export async function FoundList({ page }: { page: ProjectPage }) {
  const { access, base, tz, search } = page;
  const chosen = listChosen(page);
  const first = !search.cursor;
  const [{ data, nextCursor, count, search: notes }, counted] = await Promise.all([
    listInteractions(access.project.projectId, listFilter(page)),
    // What narrows the figures down is counted exactly; what only a list knows is not.
    first && Object.keys(chosen).length === 0 ? overview(page.filter) : null,
  ]);
  const path = `${base}/interactions`;
  const exact = counted && { atLeast: counted.current.interactions, complete: true };
  if (data.length === 0 && first)
    return (
      <>
        {notes && <SearchNote notes={notes} />}
        <NothingInWindow page={page} path={path} chosen={{ ...page.chosen, ...chosen }} />
      </>
    );
  return (
    <>
      {notes && <SearchNote notes={notes} />}
      <p className="mb-2 text-faint text-sm" role="status">
        {listCountWords({ shown: data.length, all: exact ?? count, first })}
      </p>
      <Card flush>
        <InteractionList items={data} base={base} tz={tz} query={listQuery(search)} />
      </Card>
      <LineFocus />
      <PageLinks path={path} search={search} nextCursor={nextCursor} />
    </>
  );
}
