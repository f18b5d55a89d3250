import type { Alert, Reading } from "#lib/domain/alert.ts";
import type { Notification } from "#lib/domain/notification.ts";
import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { notify } from "../notifications/index.ts";
import { lockAlerts } from "./rule-store.ts";
import { type StoredRule, toRule, withAlert } from "./stored-rule.ts";

/** The projects to look at: those with a rule that is due, and those that were given no rules yet. */
export async function projectsWithDueRules(now: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT project_id AS "projectId" FROM projects WHERE deleted_at IS NULL AND (
      project_id IN (SELECT project_id FROM alert WHERE next_look_at <= ${now.toISOString()}::text::timestamptz)
      OR NOT EXISTS (SELECT FROM alert_default AS given WHERE given.project_id = projects.project_id))`;
  return rows.map(({ projectId }) => projectId);
}

/** What a look at a rule found. */
export interface RuleLook {
  ruleId: string;
  /** Where it stands now. */
  alert: Alert;
  seen: Omit<Reading, "outcome">;
  at: Date;
  nextLookAt: Date;
  groupKey: string | null;
  problemId: string | null;
}

/** What comes of looking at rules. */
export interface LooksOutcome {
  looks: readonly RuleLook[];
  told: readonly Notification[];
}

/**
 * Keeps where rules stand, how that changed, and what is told of it, all or nothing. Looks of a project wait for each
 * other: the second sees that the first looked.
 * @param judge says what follows, from all rules of the project as they stand by then.
 */
export const recordLooks = (projectId: string, judge: (rules: StoredRule[]) => LooksOutcome): Promise<void> =>
  db()
    .$transaction(async (tx) => {
      await lockAlerts(tx, projectId);
      const rows = await tx.alertRule.findMany({ where: { projectId }, ...withAlert });
      const rules = rows.map(toRule);
      const { looks, told } = judge(rules);
      if (looks.length === 0) return;
      await keepLooks(tx, projectId, looks);
      await keepTransitions(tx, projectId, rules, looks);
      for (const notification of told) await notify(tx, projectId, notification);
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);

const keepLooks = (tx: Transaction, projectId: string, looks: readonly RuleLook[]): Promise<unknown> =>
  tx.$executeRaw`
    UPDATE alert SET state = seen.state, since = seen.since, pending_since = seen."pendingSince",
      firing_since = seen."firingSince", good_since = seen."goodSince", told_at = seen."toldAt", told = seen.told,
      told_no_data = seen."toldNoData", end_to_tell = seen."endToTell", looked_at = seen.at,
      resolved_at = CASE WHEN alert.firing_since IS NOT NULL AND seen."firingSince" IS NULL THEN seen.at
        ELSE alert.resolved_at END,
      value = seen.value, n = seen.n, against = seen.against, next_look_at = seen."nextLookAt",
      group_key = seen."groupKey", problem_id = seen."problemId"
    FROM jsonb_to_recordset(${JSON.stringify(looks.map(flat))}::jsonb) AS seen ("ruleId" uuid, state "AlertState",
      since timestamptz, "pendingSince" timestamptz, "firingSince" timestamptz, "goodSince" timestamptz,
      "toldAt" timestamptz, told int, "toldNoData" boolean, "endToTell" timestamptz, at timestamptz, value float8, n float8,
      against float8, "nextLookAt" timestamptz, "groupKey" text, "problemId" uuid)
    WHERE alert.project_id = ${projectId}::uuid AND alert.rule_id = seen."ruleId"`;

const flat = ({ alert, seen, ...look }: RuleLook) => ({ ...alert, ...seen, ...look });

async function keepTransitions(
  tx: Transaction,
  projectId: string,
  rules: readonly StoredRule[],
  looks: readonly RuleLook[],
): Promise<void> {
  const known = new Map(rules.map((rule) => [rule.ruleId, rule.alert]));
  const data = looks.flatMap(({ ruleId, alert, seen, at, problemId }) => {
    const before = known.get(ruleId);
    if (!before || before.state === alert.state) return [];
    const firedSince = alert.firingSince === null ? before.firingSince : null;
    return [
      {
        ...{ projectId, ruleId, transitionId: newId(), at, firedSince, problemId },
        ...{ fromState: before.state, toState: alert.state },
        ...{ value: seen.value, n: seen.n, against: seen.against },
      },
    ];
  });
  if (data.length > 0) await tx.alertTransition.createMany({ data });
}
