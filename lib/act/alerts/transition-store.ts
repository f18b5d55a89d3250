import { db } from "#lib/platform/db/client.ts";
import type { AlertTransition, RuleChange } from "./stored-rule.ts";

/** Most transitions of a page. */
const TRANSITIONS_MAX = 200;

/** How long transitions are kept, in milliseconds: a year. */
const KEPT_MS = 365 * 86_400_000;

/** Which transitions. */
export interface TransitionsAsked {
  ruleId?: string | undefined;
  /** Not before this. */
  since?: Date | undefined;
  limit?: number | undefined;
}

/** The transitions of a project's rules, the newest first. */
export async function listTransitions(
  projectId: string,
  { ruleId, since, limit = TRANSITIONS_MAX }: TransitionsAsked = {},
): Promise<AlertTransition[]> {
  const rows = await db().alertTransition.findMany({
    where: {
      projectId,
      ...(ruleId === undefined ? {} : { ruleId }),
      ...(since === undefined ? {} : { at: { gte: since } }),
    },
    orderBy: [{ at: "desc" }, { transitionId: "desc" }],
    take: Math.min(limit, TRANSITIONS_MAX),
  });
  return rows.map(({ projectId: _, fromState, toState, change, ...row }) => ({
    ...row,
    ...{ from: fromState, to: toState, change: change as RuleChange | null },
  }));
}

/** Deletes transitions that are older than a year. */
export async function forgetTransitions(now: Date): Promise<void> {
  await db().alertTransition.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_MS) } } });
}
