import { type AlertState, quietAlert } from "#lib/domain/alert.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { now } from "#lib/platform/clock.ts";
import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type RuleChange, ruleColumns, type StoredRule, toRule, withAlert } from "./stored-rule.ts";

/** Most rules of a project. */
export const RULES_MAX = 100;

/** The rules that a project is given by itself stop there: people's own have room. */
const GIVEN_MAX = 50;

/** Who made the rules that nobody made. */
const WHETSTONE = "Whetstone";

const keyOf = (projectId: string, ruleId: string) => ({ projectId_ruleId: { projectId, ruleId } });

/** A project's rules by name. */
export async function listRules(projectId: string): Promise<StoredRule[]> {
  const rows = await db().alertRule.findMany({
    where: { projectId },
    ...withAlert,
    orderBy: [{ name: "asc" }, { ruleId: "asc" }],
  });
  return rows.map(toRule);
}

/**
 * One rule.
 * @throws Problem 404 where there is none with this id.
 */
export async function findRule(
  projectId: string,
  ruleId: string,
  tx: Transaction = db(),
): Promise<StoredRule> {
  const row = await tx.alertRule.findUnique({ where: keyOf(projectId, ruleId), ...withAlert });
  if (!row) throw noRule();
  return toRule(row);
}

const noRule = (): Problem => new Problem("not_found", "Alert rule not found.");

/** Lets nobody else add rules to a project until the transaction ends. */
const holdRules = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.alertRules}::int, hashtext(${projectId}))`;

/**
 * Keeps a new rule, which is looked at within a minute.
 * @throws Problem 409 if the project has too many.
 */
export const createRule = (projectId: string, rule: AlertRule, by: string): Promise<StoredRule> =>
  db()
    .$transaction(async (tx) => {
      await holdRules(tx, projectId);
      if ((await tx.alertRule.count({ where: { projectId } })) >= RULES_MAX)
        throw new Problem(
          "conflict",
          `A project can have at most ${RULES_MAX} alert rules. Delete one first.`,
        );
      return findRule(projectId, await insertRule(tx, projectId, rule, { by, isDefault: false }), tx);
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);

async function insertRule(
  tx: Transaction,
  projectId: string,
  rule: AlertRule,
  { by, isDefault }: { by: string; isDefault: boolean },
): Promise<string> {
  const [at, ruleId] = [now(), newId()];
  await tx.alertRule.create({
    data: {
      ...{ projectId, ruleId, ...ruleColumns(rule), isDefault },
      ...{ createdBy: by, createdAt: at, updatedBy: by, updatedAt: at },
      alert: { create: { ...quietAlert(at), nextLookAt: at } },
    },
    select: { ruleId: true },
  });
  return ruleId;
}

/** A rule that a project is given by itself. */
export interface GivenRule {
  /** The same for ever: what was deleted is not given again. */
  key: string;
  rule: AlertRule;
}

/** Gives a project those of these rules that it was never given. */
export async function giveRules(projectId: string, given: readonly GivenRule[]): Promise<void> {
  if ((await notYetGiven(db(), projectId, given)).length === 0) return;
  await db()
    .$transaction(async (tx) => {
      await holdRules(tx, projectId);
      let room = GIVEN_MAX - (await tx.alertRule.count({ where: { projectId } }));
      for (const { key, rule } of await notYetGiven(tx, projectId, given)) {
        if (room-- <= 0) return;
        await tx.alertDefault.create({ data: { projectId, key, madeAt: now() }, select: { key: true } });
        await insertRule(tx, projectId, rule, { by: WHETSTONE, isDefault: true });
      }
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);
}

async function notYetGiven(
  tx: Transaction,
  projectId: string,
  given: readonly GivenRule[],
): Promise<GivenRule[]> {
  const rows = await tx.alertDefault.findMany({ where: { projectId }, select: { key: true } });
  const known = new Set(rows.map(({ key }) => key));
  return given.filter(({ key }) => !known.has(key));
}

/** What is changed of a rule. */
export interface RuleUpdate {
  rule?: AlertRule | undefined;
  enabled?: boolean | undefined;
}

/**
 * Changes, pauses or resumes a rule. One that judges something else than before begins anew, and so does one that was
 * paused: what it remembers is of another question.
 * @throws Problem 404 where there is none with this id.
 */
export const changeRule = (
  projectId: string,
  ruleId: string,
  { rule, enabled }: RuleUpdate,
  by: string,
): Promise<StoredRule> =>
  db()
    .$transaction(async (tx) => {
      await lockAlerts(tx, projectId);
      const before = await findRule(projectId, ruleId, tx);
      const at = now();
      const data = {
        ...(rule === undefined ? {} : ruleColumns(rule)),
        ...(enabled === undefined ? {} : { enabled }),
      };
      await tx.alertRule.update({
        where: keyOf(projectId, ruleId),
        data: { ...data, updatedBy: by, updatedAt: at },
        select: { ruleId: true },
      });
      const change = changeOf(before, { rule, enabled });
      if (change !== null) await beginAnew(tx, projectId, before, { change, by });
      return findRule(projectId, ruleId, tx);
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);

function changeOf(before: StoredRule, { rule, enabled }: RuleUpdate): RuleChange | null {
  if (enabled !== undefined && enabled !== before.enabled) return enabled ? "resumed" : "paused";
  return rule !== undefined && question(rule) !== question(before.rule) ? "edited" : null;
}

/** What a rule judges; the rest is when it tells. */
const question = ({ metric, scope, condition, window_minutes, minimum }: AlertRule): string =>
  JSON.stringify([metric, Object.entries(scope).sort(), condition, window_minutes, minimum]);

async function beginAnew(
  tx: Transaction,
  projectId: string,
  { ruleId, alert: before, enabled }: StoredRule,
  { change, by }: { change: RuleChange; by: string },
): Promise<void> {
  const at = now();
  const isLookedAt = change === "resumed" || (change === "edited" && enabled);
  await tx.alert.update({
    where: keyOf(projectId, ruleId),
    data: {
      ...quietAlert(at),
      ...{ value: null, n: null, against: null, lookedAt: null, groupKey: null, problemId: null },
      nextLookAt: isLookedAt ? at : null,
      ...(change === "edited" ? { resolvedAt: null } : {}),
    },
    select: { ruleId: true },
  });
  await tx.alertTransition.create({
    data: {
      ...{ projectId, ruleId, transitionId: newId(), at, change, by, firedSince: before.firingSince },
      ...{ fromState: before.state, toState: "ok" satisfies AlertState },
    },
    select: { transitionId: true },
  });
}

/** Lets nobody else move the alerts of a project until the transaction ends. */
export const lockAlerts = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$queryRaw`SELECT FROM alert WHERE project_id = ${projectId}::uuid ORDER BY rule_id FOR UPDATE`;

/**
 * Deletes a rule with its history. One that the project was given is not given again.
 * @throws Problem 404 where there is none with this id.
 */
export async function deleteRule(projectId: string, ruleId: string): Promise<void> {
  const { count } = await db().alertRule.deleteMany({ where: { projectId, ruleId } });
  if (count === 0) throw noRule();
}
