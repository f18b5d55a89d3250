import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { LiveMark } from "#app/(dashboard)/live-mark.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { SearchBox } from "#components/dashboard/filters/search-box.tsx";
import { InboxFilters } from "#components/dashboard/inbox/inbox-filters.tsx";
import { InboxRoom } from "#components/dashboard/inbox/inbox-room.tsx";
import { toRow } from "#components/dashboard/inbox/inbox-row.ts";
import { listLabels } from "#components/dashboard/inbox/inbox-words.ts";
import { PageLinks } from "#components/dashboard/shell/page-links.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import { countItems, countTaken, listTags } from "#lib/act/inbox/index.ts";
import { type InboxList, inboxItemId } from "#lib/domain/inbox.ts";
import { categories, listFilterValues } from "#lib/evaluate/metrics/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { cursorAfter } from "#lib/platform/list-cursor.ts";
import { listMembers, type ProjectMember } from "#lib/platform/projects/list-members.ts";
import { type InboxLine, listInbox } from "#lib/use-cases/inbox/list-inbox.ts";
import "#whetstone/styles.css";
import { readDetail } from "./read-detail.tsx";
import { type InboxAddress, inboxAddress, inboxChoices, readInboxAddress } from "./read-query.ts";

export const metadata: Metadata = { title: "Inbox" };

/** How many items a page of the list has. */
const PAGE_LENGTH = 50;

/** How far items are counted. */
const COUNTED = 1_000;

/** The lists that the page offers. What is read is among the open ones. */
const lists: readonly InboxList[] = ["open", "unread", "assigned", "waiting", "resolved"];

/** What somebody complained about, and what got worse, to work through. */
export default async function InboxPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const { projectId } = page.access.project;
  const members = await listMembers(projectId);
  const address = readInboxAddress(page, members);
  const [counts, tags, values, named] = await Promise.all([
    readCounts(page),
    listTags(projectId),
    listFilterValues(projectId),
    categories({ ...page.filter, model: undefined }),
  ]);
  const known = { values, tags, members, categories: named.map(({ category }) => category) };
  return (
    <>
      <PageHeader
        title="Inbox"
        note="What users complained about, and problems, to work through."
        actions={<LiveMark projectId={projectId} tz={page.tz} of="inbox" />}
      />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <div className="max-w-full overflow-x-auto">
          <SegmentedLinks
            label="Lists"
            links={lists.map((list) => ({
              href: inboxAddress(page, { list: list === "open" ? null : list, item: null, cursor: null }),
              label: listLabels[list],
              here: address.list === list,
              ...(counts[list] ? { count: counts[list] } : {}),
            }))}
          />
        </div>
        <SearchBox asked={address.query.q ?? ""} of="inbox" placeholder="Search answers and feedback" />
        <InboxFilters choices={inboxChoices(page, address.query, known)} />
      </div>
      <Items page={page} address={address} members={members} tags={tags} />
    </>
  );
}

/** How many items the lists have, without any filter; nothing where there is none. */
async function readCounts({ access }: ProjectPage): Promise<Partial<Record<InboxList, string>>> {
  const { projectId } = access.project;
  const [open, taken] = await Promise.all([
    countItems(projectId, "open", COUNTED),
    countTaken(projectId, COUNTED),
  ]);
  const told = (count: number, complete: boolean) =>
    count === 0 ? undefined : `${count.toLocaleString("en")}${complete ? "" : "+"}`;
  const counts = {
    open: told(open.unread + open.read, open.complete),
    unread: told(open.unread, open.complete),
    assigned: told(taken.assigned, taken.assigned < COUNTED),
    waiting: told(taken.waiting, taken.waiting < COUNTED),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}

interface ItemsProps {
  page: ProjectPage;
  address: InboxAddress;
  members: readonly ProjectMember[];
  tags: readonly string[];
}

/** The list, the item that is asked for, and the one after it, which is brought along. */
async function Items({ page, address, members, tags }: ItemsProps) {
  const { access, search, base, tz } = page;
  const { projectId } = access.project;
  const { query, cursor } = address;
  const { data, next } = await listInbox(projectId, query, { cursor, limit: PAGE_LENGTH });
  const selected = address.item && (await readDetail(page, address.item, members));
  const lines = selected ? withLine(data, selected.item) : data;
  const following = lines[selected ? lines.findIndex((line) => inboxItemId(line) === selected.id) + 1 : 0];
  const ahead = following && (await readDetail(page, following, members));
  if (lines.length === 0) return <NoItems isNarrow={Object.keys(query).length > 1} list={address.list} />;
  return (
    <>
      <InboxRoom
        projectId={projectId}
        lines={lines.map(toRow)}
        selectedId={selected?.id ?? null}
        details={[selected, ahead].flatMap((detail) =>
          detail ? [{ id: detail.id, node: detail.node, prompt: detail.prompt }] : [],
        )}
        filter={{ ...query }}
        goesOn={next !== null}
        listAddress={inboxAddress(page, { item: null })}
        mayEdit={can(access.role, "label")}
        me={{ userId: access.user.userId, name: access.user.name }}
        members={members
          .filter(({ role }) => role !== "viewer")
          .map(({ userId, name }) => ({ userId, name }))}
        tags={tags}
        tz={tz}
      />
      <PageLinks
        path={`${base}/inbox`}
        search={{ ...search, item: undefined }}
        nextCursor={next && cursorAfter(next)}
      />
    </>
  );
}

/** A list with an item that is no longer of it, because somebody looked at it, say: it stays in its place while it is shown. */
function withLine(data: readonly InboxLine[], line: InboxLine): InboxLine[] {
  const id = inboxItemId(line);
  if (data.some((each) => inboxItemId(each) === id)) return [...data];
  const at = data.findIndex(
    (each) => each.at < line.at || (each.at.getTime() === line.at.getTime() && each.ref < line.ref),
  );
  return at < 0 ? [...data, line] : [...data.slice(0, at), line, ...data.slice(at)];
}

function NoItems({ isNarrow, list }: { isNarrow: boolean; list: InboxList }) {
  const title = isNarrow
    ? "No items match"
    : list === "open"
      ? "All done"
      : `Nothing ${listLabels[list].toLowerCase()}`;
  return (
    <Card>
      <EmptyState icon={Inbox} title={title}>
        {isNarrow
          ? "Try another search, or fewer filters."
          : "Answers that get a thumbs down, one or two stars, a correction or a complaint appear here, and problems that are found."}
      </EmptyState>
    </Card>
  );
}
