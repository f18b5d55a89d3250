import {
  abandonedItems,
  changedProblems,
  changeItems,
  dueItems,
  type ItemStep,
  projectsWithDueItems,
  takeInProblems,
} from "#lib/act/inbox/index.ts";
import type { InboxRef } from "#lib/domain/inbox.ts";
import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { now } from "#lib/platform/clock.ts";

/** Who is said to have done what time and data do. */
const ITSELF = { name: "Whetstone", id: "" };

/** Projects whose inbox has something to do by itself. */
export const projectsWithInboxWork = (): Promise<string[]> => projectsWithDueItems(now());

/**
 * Takes back what waited long enough, and what somebody works on who is no member any more; takes in problems that were
 * found, and what became of those that are items.
 */
export async function watchInbox(projectId: string): Promise<void> {
  await stepAll(projectId, await dueItems(projectId, now()), { kind: "tick" });
  await stepAll(projectId, await abandonedItems(projectId), { kind: "assignee_left" });
  const steps = Map.groupBy(await changedProblems(projectId), ({ state }) => stepOf(state));
  for (const [kind, items] of steps) await stepAll(projectId, items, { kind });
  await takeInProblems(projectId, now());
}

/** What a problem's new state means for its item. */
function stepOf(state: ProblemState): "problem_worse" | "problem_over" | "problem_moved" {
  if (state === "open" || state === "regressed") return "problem_worse";
  return state === "verified" ? "problem_over" : "problem_moved";
}

async function stepAll(projectId: string, items: readonly InboxRef[], step: ItemStep): Promise<void> {
  if (items.length === 0) return;
  const change = { step, addTags: [], removeTags: [], note: null };
  const refs = items.map(({ kind, ref }) => ({ kind, ref }));
  await changeItems(projectId, refs, { change, by: ITSELF, at: now() });
}
