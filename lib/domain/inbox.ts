/** What an item of the inbox is about: the complaints about an answer, or a problem. */
export const inboxKinds = ["answer", "problem"] as const;

/** What an item of the inbox is about. */
export type InboxKind = (typeof inboxKinds)[number];

/** Where an item of the inbox stands. */
export const inboxStates = ["unread", "read", "assigned", "waiting", "resolved"] as const;

/** Where an item of the inbox stands. */
export type InboxState = (typeof inboxStates)[number];

/** The lists of the inbox: one for each state, and what nobody took or resolved yet. */
export const inboxLists = ["open", ...inboxStates] as const;

/** A list of the inbox. */
export type InboxList = (typeof inboxLists)[number];

/** The states of a list's items. */
export const statesOfList = (list: InboxList): readonly InboxState[] =>
  list === "open" ? ["unread", "read"] : [list];

/** What came of an item. */
export const resolutions = ["handled", "fixed", "not_a_problem", "wont_fix", "duplicate"] as const;

/** What came of an item. */
export type Resolution = (typeof resolutions)[number];

/** What the history of an item tells. */
export const inboxSteps = [
  "read",
  "marked_unread",
  "assigned",
  "unassigned",
  "waiting",
  "resolved",
  "reopened",
  "came_back",
  "tagged",
  "noted",
  "undone",
] as const;

/** What the history of an item tells. */
export type InboxStep = (typeof inboxSteps)[number];

/** An item by what it is about. */
export interface InboxRef {
  kind: InboxKind;
  /** The ID of the interaction, or of the problem. */
  ref: string;
}

/** The ID of an item: "answer:" or "problem:" and the ID of what it is about. */
export const inboxItemId = ({ kind, ref }: InboxRef): string => `${kind}:${ref}`;

/** What an ID is of; null if it is no ID of an item. */
export function parseInboxItemId(id: string): InboxRef | null {
  const colon = id.indexOf(":");
  const kind = inboxKinds.find((each) => each === id.slice(0, Math.max(colon, 0)));
  const ref = id.slice(colon + 1);
  return kind && ref ? { kind, ref } : null;
}

/** Most items that are changed at once. */
export const INBOX_BULK_MAX = 200;

/** Most tags of an item, and characters of each. */
export const TAGS_MAX = 10;
export const TAG_LENGTH = 40;
