import type { InboxState, InboxStep, Resolution } from "#lib/domain/inbox.ts";

/** Where an item stands. */
export interface Standing {
  state: InboxState;
  /** The user ID of the member who works on it. */
  assignee: string | null;
  /** Until when it waits; null for a problem that waits until it changes. */
  waitingUntil: Date | null;
  resolution: Resolution | null;
  /** The prompt version that fixes it. */
  fixedIn: { template: string; version: string } | null;
}

/** What happens to an item: what people do, and what time and data do. */
export type ItemStep =
  /** Somebody opened it for more than a moment. */
  | { kind: "look" }
  | { kind: "mark_unread" }
  | { kind: "assign"; assignee: string }
  | { kind: "unassign" }
  | { kind: "wait"; until: Date | null }
  | { kind: "resolve"; resolution: Resolution; fixedIn: Standing["fixedIn"] }
  /** Reopens what is resolved or waits, too. */
  | { kind: "mark_read" }
  /** Somebody complained about it again. */
  | { kind: "new_complaint" }
  /** Time passed. */
  | { kind: "tick" }
  /** The problem was found again, or is worse again. */
  | { kind: "problem_worse" }
  /** The data say that the problem is over. */
  | { kind: "problem_over" }
  /** Anything else became of the problem. */
  | { kind: "problem_moved" }
  /** Its assignee is no member any more. */
  | { kind: "assignee_left" };

/** An item after a step, with what its history says of it; or why the step is impossible. */
export type Advanced = { standing: Standing; told: InboxStep | null } | { refused: string };

/** An item that nobody looked at. */
export const unreadItem: Standing = {
  state: "unread",
  assignee: null,
  waitingUntil: null,
  resolution: null,
  fixedIn: null,
};

const same = (standing: Standing): Advanced => ({ standing, told: null });

const to = (told: InboxStep, standing: Standing): Advanced => ({ standing, told });

/** Back to whoever works on it, or to everybody. */
const backFrom = ({ assignee }: Standing, told: InboxStep, without: InboxState = "unread"): Advanced =>
  to(told, { ...unreadItem, state: assignee === null ? without : "assigned", assignee });

/** An item after a step. A step that says nothing new changes nothing. */
export function advanceItem(item: Standing, step: ItemStep, now: Date): Advanced {
  const { state, assignee } = item;
  switch (step.kind) {
    case "look":
      return state === "unread" ? to("read", { ...item, state: "read" }) : same(item);
    case "mark_unread":
      return state === "unread" ? same(item) : to("marked_unread", unreadItem);
    case "assign":
      if (state === "assigned" && assignee === step.assignee) return same(item);
      return to("assigned", { ...unreadItem, state: "assigned", assignee: step.assignee });
    case "unassign":
      if (assignee === null) return same(item);
      return to("unassigned", { ...item, assignee: null, state: state === "assigned" ? "read" : state });
    case "wait":
      if (state === "resolved") return { refused: "It is resolved. Reopen it before it waits." };
      if (step.until !== null && step.until <= now) return { refused: "An item waits until a time to come." };
      return to("waiting", { ...unreadItem, state: "waiting", assignee, waitingUntil: step.until });
    case "resolve":
      return resolved(item, step.resolution, step.fixedIn);
    case "mark_read":
      if (state === "read") return same(item);
      if (state === "unread") return to("read", { ...item, state: "read" });
      if (state === "assigned") return to("unassigned", { ...unreadItem, state: "read" });
      return backFrom(item, "reopened", "read");
    default:
      return advanceByItself(item, step.kind, now);
  }
}

type ByItself = Exclude<
  ItemStep["kind"],
  "look" | "mark_unread" | "assign" | "unassign" | "wait" | "resolve" | "mark_read"
>;

/** What time and data make of an item. */
function advanceByItself(item: Standing, kind: ByItself, now: Date): Advanced {
  const { state, waitingUntil } = item;
  switch (kind) {
    case "new_complaint":
      // Who works on it, or waits with it, sees the complaint there.
      return state === "read" || state === "resolved" ? to("reopened", unreadItem) : same(item);
    case "tick":
      return state === "waiting" && waitingUntil !== null && waitingUntil <= now
        ? backFrom(item, "came_back")
        : same(item);
    case "problem_worse":
      if (state === "waiting") return backFrom(item, "came_back");
      return state === "read" || state === "resolved" ? to("reopened", unreadItem) : same(item);
    case "problem_over":
      return resolved(item, "fixed", item.fixedIn);
    case "problem_moved":
      return state === "waiting" ? backFrom(item, "came_back") : same(item);
    case "assignee_left":
      if (item.assignee === null) return same(item);
      // Nobody works on it any more, so somebody should look.
      return to("unassigned", { ...item, assignee: null, state: state === "assigned" ? "unread" : state });
  }
}

function resolved(item: Standing, resolution: Resolution, fixedIn: Standing["fixedIn"]): Advanced {
  const isSame =
    item.state === "resolved" &&
    item.resolution === resolution &&
    item.fixedIn?.template === fixedIn?.template &&
    item.fixedIn?.version === fixedIn?.version;
  if (isSame) return same(item);
  return to("resolved", { ...item, state: "resolved", waitingUntil: null, resolution, fixedIn });
}
