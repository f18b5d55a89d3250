import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { sendJson } from "#components/ui/fields/send-json.ts";
import type { Resolution } from "#lib/domain/inbox.ts";
import type { InboxRow } from "./inbox-row.ts";
import { formatOutcome } from "./inbox-words.ts";

/** What a row shows of a change before anybody answered. */
export type Shown = Partial<
  Pick<InboxRow, "state" | "assignee" | "waitingUntil" | "resolution" | "fixedIn" | "tags" | "isNew">
>;

/** A change as a route takes it, with how a row shows it, and what is said of it: "resolved". */
export interface Change {
  body: Record<string, unknown>;
  shown: (row: InboxRow) => Shown;
  verb: string;
}

/** What is said of the last change, with the way back. */
export interface Said {
  text: string;
  isBad: boolean;
  /** By which it can be undone. */
  batchId: string | null;
}

interface Reply {
  batch_id: string;
  changed: string[];
  refused: { id: string; message: string }[];
  more: boolean;
}

/** What is to be changed: items by their IDs, or the first that a filter lists. */
export type Target = { ids: readonly string[] } | { filter: Record<string, unknown> };

/**
 * Changes items at once on the page, and on the server as soon as it answers; what it refuses is as it was before, and said.
 * What the page showed by itself holds until the list is read anew.
 */
export function useChanges(projectId: string, lines: readonly InboxRow[]) {
  const router = useRouter();
  const url = `/api/projects/${projectId}/inbox`;
  const [shown, setShown] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [said, setSaid] = useState<Said | null>(null);
  // What the server has not answered yet is not in a list that is read meanwhile.
  const sending = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list says what the old one could only guess.
  useEffect(
    () => setShown((before) => new Map([...before].filter(([id]) => sending.current.has(id)))),
    [lines],
  );
  const show = (ids: readonly string[], of: (row: InboxRow) => Shown) =>
    setShown((before) => {
      const after = new Map(before);
      for (const row of lines)
        if (ids.includes(row.id)) after.set(row.id, { ...before.get(row.id), ...of(apply(row, before)) });
      return after;
    });
  const forget = (ids: readonly string[]) =>
    setShown((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  const rows = lines.map((row) => apply(row, shown));

  const change = async (target: Target, { body, shown: of, verb }: Change): Promise<boolean> => {
    const ids = "ids" in target ? target.ids : [];
    show(ids, of);
    setSaid(null);
    for (const id of ids) sending.current.add(id);
    const sent = await sendJson<Reply>("PATCH", url, { ...target, ...body });
    for (const id of ids) sending.current.delete(id);
    if (!sent.ok) {
      forget(ids);
      setSaid({ text: wordsOf(sent), isBad: true, batchId: null });
      return false;
    }
    const { changed, refused, batch_id: batchId } = sent.data;
    forget(refused.map(({ id }) => id));
    const isBad = refused.length > 0 && changed.length === 0;
    setSaid({ text: formatOutcome(verb, sent.data), isBad, batchId: changed.length > 0 ? batchId : null });
    router.refresh();
    return !isBad;
  };

  const undo = async (): Promise<void> => {
    const batchId = said?.batchId;
    if (!batchId) return;
    const sent = await sendJson<{ undone: string[]; changed_since: number }>("POST", `${url}/undo`, {
      batch_id: batchId,
    });
    const text = sent.ok ? undoneWords(sent.data) : sent.message;
    setSaid({ text, isBad: !sent.ok, batchId: sent.ok ? null : batchId });
    if (sent.ok) router.refresh();
  };

  return {
    rows,
    said,
    change,
    undo,
    showRead: (id: string) => show([id], readOf),
    dismiss: () => setSaid(null),
  };
}

const apply = (row: InboxRow, shown: ReadonlyMap<string, Shown>): InboxRow => ({
  ...row,
  ...shown.get(row.id),
});

const readOf = ({ state }: InboxRow): Shown => ({ isNew: false, state: state === "unread" ? "read" : state });

/** The first field error says more than that there are some: nothing of a form is on the page. */
const wordsOf = ({ fields, message }: { fields: Record<string, string>; message: string }): string =>
  Object.values(fields)[0] ?? message;

const undoneWords = ({
  undone,
  changed_since: since,
}: {
  undone: string[];
  changed_since: number;
}): string =>
  since > 0
    ? `Undone for ${undone.length}. ${since} changed since and ${since === 1 ? "was" : "were"} left alone.`
    : "Undone.";

/** The changes that the page makes. */
export const changes = {
  resolve: (resolution: Resolution = "handled", fixedIn: InboxRow["fixedIn"] = null): Change => ({
    body: {
      state: "resolved",
      resolution,
      ...(fixedIn
        ? { fixed_in: { prompt_template: fixedIn.template, prompt_version: fixedIn.version } }
        : {}),
    },
    shown: () => ({ state: "resolved", resolution, fixedIn, waitingUntil: null, isNew: false }),
    verb: "resolved",
  }),
  assign: (member: { userId: string; name: string }): Change => ({
    body: { assignee: member.userId },
    shown: () => ({
      state: "assigned",
      assignee: member,
      resolution: null,
      waitingUntil: null,
      isNew: false,
    }),
    verb: `assigned to ${member.name}`,
  }),
  wait: (until: Date | null): Change => ({
    body: { state: "waiting", waiting_until: until?.toISOString() ?? null },
    shown: () => ({ state: "waiting", waitingUntil: until, isNew: false }),
    verb: "waiting",
  }),
  markUnread: (): Change => ({
    body: { state: "unread" },
    shown: () => ({ state: "unread", assignee: null, waitingUntil: null, resolution: null, fixedIn: null }),
    verb: "marked as unread",
  }),
  reopen: (): Change => ({
    body: { state: "read" },
    shown: ({ assignee }) => ({
      state: assignee ? "assigned" : "read",
      waitingUntil: null,
      resolution: null,
    }),
    verb: "reopened",
  }),
  tag: (tag: string): Change => ({
    body: { add_tags: [tag] },
    shown: ({ tags }) => ({ tags: [...new Set([...tags, tag])], isNew: false }),
    verb: "tagged",
  }),
  untag: (tag: string): Change => ({
    body: { remove_tags: [tag] },
    shown: ({ tags }) => ({ tags: tags.filter((each) => each !== tag) }),
    verb: "changed",
  }),
  note: (note: string): Change => ({ body: { note }, shown: () => ({ isNew: false }), verb: "noted" }),
} as const;
