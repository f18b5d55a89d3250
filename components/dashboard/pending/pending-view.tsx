import { Inbox } from "lucide-react";
import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { PendingPage } from "#lib/observe/ingest/index.ts";
import { BackLink } from "../shell/back-link.tsx";
import { PageLinks } from "../shell/page-links.tsx";
import type { SearchParams } from "../url/address.ts";
import { DeleteWaiting } from "./delete-pending.tsx";
import { PendingList } from "./pending-list.tsx";

type State = "waiting" | "orphaned";

interface AwaitedViewProps {
  page: PendingPage;
  state: State;
  base: string;
  search: SearchParams;
  tz: string;
  /** Where deletions of this state are sent to; null for readers who may delete nothing. */
  deletesAt: string | null;
}

const states: Record<State, { label: string; note: string; empty: string }> = {
  waiting: { label: "Waiting", note: "Came in the last 24 hours", empty: "Nothing is waiting" },
  orphaned: {
    label: "Orphaned",
    note: "Came more than 24 hours ago; kept until their interaction is logged",
    empty: "Nothing has waited for more than a day",
  },
};

/** Events that came before their interaction: those of the last day, or those that have waited for longer. */
export function PendingView({ page, state, base, search, tz, deletesAt }: AwaitedViewProps) {
  const path = `${base}/awaited`;
  const { data, counts, nextCursor } = page;
  return (
    <>
      <BackLink href={`${base}/interactions`}>Interactions</BackLink>
      <PageHeader
        title="Waiting for their interaction"
        note="These events came before the interaction they belong to and join it once it is logged under the id shown; where that never happens, the code that logs and the code that rates usually use different ids."
      />
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <SegmentedLinks
          label="How long they have waited"
          links={[
            { ...tab("waiting", state, counts), href: path },
            { ...tab("orphaned", state, counts), href: `${path}?state=orphaned` },
          ]}
        />
        <p className="text-faint text-xs">{states[state].note}</p>
        {deletesAt && counts[state] > 0 && (
          <DeleteWaiting
            url={deletesAt}
            title={`Delete ${formatCountOf(counts[state], `${state} event`)}?`}
            label="Delete all"
          />
        )}
      </div>
      <Card flush>
        {data.length > 0 ? (
          <PendingList items={data} tz={tz} deletesAt={deletesAt} />
        ) : (
          <EmptyState icon={Inbox} title={states[state].empty} />
        )}
      </Card>
      <PageLinks path={path} search={search} nextCursor={nextCursor} />
    </>
  );
}

const tab = (state: State, chosen: State, counts: PendingPage["counts"]) => ({
  label: states[state].label,
  count: formatCount(counts[state]),
  here: state === chosen,
});
