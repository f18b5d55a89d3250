import { describe, expect, it } from "vitest";
import { advanceItem, type ItemStep, type Standing, unreadItem } from "./advance-item.ts";

const now = new Date("2026-12-01T12:00:00Z");
const later = new Date("2026-12-02T12:00:00Z");
const fixedIn = { template: "answer", version: "v3" };

const items = {
  unread: unreadItem,
  read: { ...unreadItem, state: "read" },
  "assigned to ada": { ...unreadItem, state: "assigned", assignee: "ada" },
  waiting: { ...unreadItem, state: "waiting", waitingUntil: later },
  "waiting of ada": { ...unreadItem, state: "waiting", waitingUntil: later, assignee: "ada" },
  due: { ...unreadItem, state: "waiting", waitingUntil: now },
  "due of ada": { ...unreadItem, state: "waiting", waitingUntil: now, assignee: "ada" },
  "waiting for its problem": { ...unreadItem, state: "waiting" },
  "resolved as handled": { ...unreadItem, state: "resolved", resolution: "handled" },
  "resolved as fixed by ada": {
    ...unreadItem,
    state: "resolved",
    assignee: "ada",
    resolution: "fixed",
    fixedIn,
  },
} as const satisfies Record<string, Standing>;
type Name = keyof typeof items;

const steps = {
  look: { kind: "look" },
  "mark unread": { kind: "mark_unread" },
  "assign to ada": { kind: "assign", assignee: "ada" },
  "assign to bob": { kind: "assign", assignee: "bob" },
  unassign: { kind: "unassign" },
  "wait a day": { kind: "wait", until: later },
  "wait until now": { kind: "wait", until: now },
  "resolve as handled": { kind: "resolve", resolution: "handled", fixedIn: null },
  "mark read": { kind: "mark_read" },
  "new complaint": { kind: "new_complaint" },
  tick: { kind: "tick" },
  "problem worse": { kind: "problem_worse" },
  "problem over": { kind: "problem_over" },
  "problem moved": { kind: "problem_moved" },
  "assignee left": { kind: "assignee_left" },
} as const satisfies Record<string, ItemStep>;

/** What each step makes of items: their new state, with who works on them; what is not named stays as it is. */
const table: Record<keyof typeof steps, Partial<Record<Name, string>>> = {
  look: { unread: "read" },
  "mark unread": {
    read: "unread",
    "assigned to ada": "unread",
    waiting: "unread",
    "waiting of ada": "unread",
    due: "unread",
    "due of ada": "unread",
    "waiting for its problem": "unread",
    "resolved as handled": "unread",
    "resolved as fixed by ada": "unread",
  },
  "assign to ada": {
    unread: "assigned ada",
    read: "assigned ada",
    waiting: "assigned ada",
    "waiting of ada": "assigned ada",
    due: "assigned ada",
    "due of ada": "assigned ada",
    "waiting for its problem": "assigned ada",
    "resolved as handled": "assigned ada",
    "resolved as fixed by ada": "assigned ada",
  },
  "assign to bob": Object.fromEntries(Object.keys(items).map((name) => [name, "assigned bob"])),
  unassign: {
    "assigned to ada": "read",
    "waiting of ada": "waiting",
    "due of ada": "waiting",
    "resolved as fixed by ada": "resolved fixed v3",
  },
  "wait a day": {
    unread: "waiting",
    read: "waiting",
    "assigned to ada": "waiting ada",
    waiting: "waiting",
    "waiting of ada": "waiting ada",
    due: "waiting",
    "due of ada": "waiting ada",
    "waiting for its problem": "waiting",
    "resolved as handled": "refused",
    "resolved as fixed by ada": "refused",
  },
  "wait until now": Object.fromEntries(Object.keys(items).map((name) => [name, "refused"])),
  "resolve as handled": {
    unread: "resolved handled",
    read: "resolved handled",
    "assigned to ada": "resolved ada handled",
    waiting: "resolved handled",
    "waiting of ada": "resolved ada handled",
    due: "resolved handled",
    "due of ada": "resolved ada handled",
    "waiting for its problem": "resolved handled",
    "resolved as fixed by ada": "resolved ada handled",
  },
  "mark read": {
    unread: "read",
    "assigned to ada": "read",
    waiting: "read",
    "waiting of ada": "assigned ada",
    due: "read",
    "due of ada": "assigned ada",
    "waiting for its problem": "read",
    "resolved as handled": "read",
    "resolved as fixed by ada": "assigned ada",
  },
  "new complaint": { read: "unread", "resolved as handled": "unread", "resolved as fixed by ada": "unread" },
  tick: { due: "unread", "due of ada": "assigned ada" },
  "problem worse": {
    read: "unread",
    waiting: "unread",
    "waiting of ada": "assigned ada",
    due: "unread",
    "due of ada": "assigned ada",
    "waiting for its problem": "unread",
    "resolved as handled": "unread",
    "resolved as fixed by ada": "unread",
  },
  "problem over": {
    unread: "resolved fixed",
    read: "resolved fixed",
    "assigned to ada": "resolved ada fixed",
    waiting: "resolved fixed",
    "waiting of ada": "resolved ada fixed",
    due: "resolved fixed",
    "due of ada": "resolved ada fixed",
    "waiting for its problem": "resolved fixed",
    "resolved as handled": "resolved fixed",
  },
  "problem moved": {
    waiting: "unread",
    "waiting of ada": "assigned ada",
    due: "unread",
    "due of ada": "assigned ada",
    "waiting for its problem": "unread",
  },
  "assignee left": {
    "assigned to ada": "unread",
    "waiting of ada": "waiting",
    "due of ada": "waiting",
    "resolved as fixed by ada": "resolved fixed v3",
  },
};

/** An item after a step in the words of the table; undefined where nothing changed. */
function after(item: Standing, step: ItemStep): string | undefined {
  const advanced = advanceItem(item, step, now);
  if ("refused" in advanced) return "refused";
  if (advanced.told === null) {
    expect(advanced.standing).toEqual(item);
    return undefined;
  }
  const { state, assignee, resolution, fixedIn: fixed } = advanced.standing;
  return [state, assignee, resolution, fixed?.version].filter(Boolean).join(" ");
}

const cases = Object.entries(steps).flatMap(([step, each]) =>
  Object.entries(items).map(([name, item]): [string, string, ItemStep, Standing] => [step, name, each, item]),
);

describe("advanceItem", () => {
  it.each(cases)("%s: an item that is %s", (step, name, each, item) =>
    expect(after(item, each)).toBe(table[step as keyof typeof steps][name as Name]),
  );

  it("holds what only one state has in no other", () => {
    for (const [, , step, item] of cases) {
      const advanced = advanceItem(item, step, now);
      if ("refused" in advanced) continue;
      const { state, assignee, waitingUntil, resolution } = advanced.standing;
      expect(state === "assigned" && assignee === null).toBe(false);
      expect(waitingUntil !== null && state !== "waiting").toBe(false);
      expect(resolution !== null).toBe(state === "resolved");
    }
  });

  it("tells of nothing when an item is resolved twice alike", () => {
    const step = { kind: "resolve", resolution: "fixed", fixedIn } as const;
    expect(advanceItem(items["resolved as fixed by ada"], step, now)).toMatchObject({ told: null });
  });
});
