import { useState } from "react";
import { usePageKeys } from "../shell/use-page-keys.ts";
import type { Asked } from "./inbox-dialogs.tsx";
import type { InboxRow } from "./inbox-row.ts";
import { type Change, changes, type Target, useChanges } from "./use-changes.ts";
import { type ShownDetail, useShownItem } from "./use-shown-item.ts";

/** A list of the inbox, as its page reads it. */
export interface InboxView {
  projectId: string;
  /** The items of the list, the selected one among them. */
  lines: readonly InboxRow[];
  selectedId: string | null;
  /** What is shown of the selected item, and of the next. */
  details: readonly ShownDetail[];
  /** The filter of the list, as routes take it. */
  filter: Record<string, unknown>;
  /** Whether the list goes on. */
  goesOn: boolean;
  /** The address of the list without an item. */
  listAddress: string;
  mayEdit: boolean;
  me: { userId: string; name: string };
  members: readonly { userId: string; name: string }[];
  tags: readonly string[];
  tz: string;
}

/** Which items are selected: those that are checked, or all that the filter lists. */
function useSelection() {
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const select = (ids: Iterable<string>) => {
    setChecked(new Set(ids));
    setAll(false);
  };
  return {
    checked,
    isAll,
    select,
    selectAll: () => setAll(true),
    clear: () => select([]),
    toggle: (id: string) =>
      select(checked.has(id) ? [...checked].filter((each) => each !== id) : [...checked, id]),
  };
}

/** What the page of the inbox shows and does. */
export function useInbox(view: InboxView) {
  const { projectId, details, selectedId, listAddress } = view;
  const addressOf = (id: string) =>
    `${listAddress}${listAddress.includes("?") ? "&" : "?"}item=${encodeURIComponent(id)}`;
  const list = useChanges(projectId, view.lines);
  const item = useShownItem(selectedId, details, addressOf);
  const selection = useSelection();
  const [asked, ask] = useState<Asked | null>(null);
  const { rows } = list;
  const shown = rows.find(({ id }) => id === item.shownId) ?? null;
  const selected = rows.filter(({ id }) => selection.checked.has(id));
  const targets = selected.length > 0 ? selected : shown ? [shown] : [];
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex(({ id }) => id === item.shownId);
    const row = at < 0 ? rows[0] : rows[at + by];
    if (!row) return;
    item.go(row.id);
    focusRow(row.id);
  };
  const act = async (change: Change): Promise<void> => {
    if (targets.length === 0) return;
    const isFiltered = selected.length > 0 && selection.isAll;
    const target: Target = isFiltered ? { filter: view.filter } : { ids: targets.map(({ id }) => id) };
    // What is done is over: the next is shown while the server is told.
    const isOver = change.body.state === "resolved" || change.body.state === "waiting";
    if (selected.length === 0 && isOver) step(1);
    selection.clear();
    await list.change(target, change);
  };
  return { view, list, item, selection, asked, ask, shown, selected, targets, step, act, addressOf };
}

/** What {@link useInbox} gives. */
export type InboxModel = ReturnType<typeof useInbox>;

/** Hears the keys of the page. Those that change something are only there for who may. */
export function useInboxKeys(inbox: InboxModel, onHelp: () => void): void {
  const { view, list, selection, ask, shown, targets, step, act } = inbox;
  const askFor = (asked: Asked) => () => targets.length > 0 && ask(asked);
  const forAll: Record<string, () => unknown> = { j: () => step(1), k: () => step(-1), "?": onHelp };
  const forEditors: Record<string, () => unknown> = {
    e: () => act(changes.resolve()),
    a: () => act(changes.assign(view.me)),
    u: () => act(changes.markUnread()),
    z: list.undo,
    x: () => shown && selection.toggle(shown.id),
    Escape: selection.clear,
    f: askFor("resolve"),
    w: askFor("wait"),
    t: askFor("tag"),
    n: askFor("note"),
  };
  usePageKeys((key) => {
    const does = forAll[key] ?? (view.mayEdit ? forEditors[key] : undefined);
    does?.();
    return does !== undefined;
  });
}

/** Moves the focus to the row of an item, so that a screen reader tells it. On a narrow screen the list is not there. */
function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] [data-line]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
