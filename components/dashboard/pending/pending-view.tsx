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
  /** The endpoint that deletes events of this state; null for readers without permission. */
  deletesAt: string | null;
}

const states: Record<State, { label: string; note: string; empty: string }> = {
  waiting: { label: "Pending", note: "Received in the last 24 hours", empty: "No pending feedback" },
  orphaned: {
    label: "Orphaned",
    note: "Received more than 24 hours ago; kept until the interaction is logged",
    empty: "No orphaned feedback",
  },
};

/** Events that arrived before their interaction: those of the last day, or older ones. */
export function PendingView({ page, state, base, search, tz, deletesAt }: AwaitedViewProps) {
  const path = `${base}/pending`;
  const { data, counts, nextCursor } = page;
  return (
    <>
      <BackLink href={`${base}/interactions`}>Interactions</BackLink>
      <PageHeader
        title="Pending feedback"
        note="Feedback that arrived before its interaction. It is attached as soon as the interaction is logged with the ID shown. If that never happens, your logging code and your rating code probably use different IDs."
      />
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <SegmentedLinks
          label="Age"
          links={[
            { ...tab("waiting", state, counts), href: path },
            { ...tab("orphaned", state, counts), href: `${path}?state=orphaned` },
          ]}
        />
        <p className="text-faint text-xs">{states[state].note}</p>
        {deletesAt && counts[state] > 0 && (
          <DeleteWaiting
            url={deletesAt}
            title={`Delete ${formatCountOf(counts[state], `${state === "waiting" ? "pending" : state} event`)}?`}
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
