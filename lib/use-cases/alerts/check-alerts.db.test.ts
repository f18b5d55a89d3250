import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  changeRule,
  createRule,
  deleteRule,
  listRules,
  listTransitions,
  projectsWithDueRules,
} from "#lib/act/alerts/index.ts";
import { createChannel, finishSending, listDeliveries, startDue } from "#lib/act/notifications/index.ts";
import { type FoundProblem, listProblems, recordLook } from "#lib/act/problems/index.ts";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { countMetrics } from "#lib/evaluate/metrics/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { storeRatedUsers } from "#tests/fixtures/rated-users.ts";
import { startReceiver, verified } from "#tests/network/webhook-receiver.ts";
import { checkAlerts } from "./check-alerts.ts";

vi.stubEnv("NOTIFICATION_HOSTS", "127.0.0.1");
vi.stubEnv("LOG_LEVEL", "silent");
testDatabase();

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];

/** A Tuesday. */
const START = Date.parse("2026-11-24T00:00:00Z");

const receiver = await startReceiver();
afterAll(() => receiver.stop());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  receiver.received.length = 0;
});
afterEach(() => vi.useRealTimers());

const at = (hours: number): Date => new Date(START + hours * HOUR_MS);

let made = 0;

/** So many answers at a time, which users rated; `up` of them with a thumb up. */
async function rated(
  project: TestProject,
  time: Date,
  { n, up, answer = {} }: { n: number; up: number; answer?: object },
) {
  const ids = Array.from({ length: n }, () => `user ${made++}`);
  await storeRatedUsers(project.projectId, { ids, up, at: time, answer: () => answer });
}

/** Days before {@link START}, each with 60 ratings at noon, 85 % of them thumbs up. */
async function withHistory(days = 21): Promise<TestProject> {
  const project = await testProject();
  for (let day = -days; day < 0; day++) await rated(project, at(day * 24 + 12), { n: 60, up: 51 });
  await countMetrics(project.projectId);
  return project;
}

/** A webhook of a project that listens to everything. */
async function withWebhook({ projectId }: TestProject, path = "/hook"): Promise<string> {
  const sent = { kind: "webhook" as const, name: "Hook", url: `${receiver.url}${path}` };
  const kinds = ["alert.firing" as const, "alert.resolved" as const];
  const editor = { name: "Ada", origin: "https://whetstone.example" };
  return (await createChannel(projectId, { ...sent, kinds }, editor)).secret ?? "";
}

const ruleOf = (rule: Partial<SentAlertRule>) =>
  alertRuleSchema.parse({
    ...{ name: "Slow", metric: "latency_mean", condition: { type: "threshold", op: "above", value: 1_000 } },
    ...{ window_minutes: 60, minimum: 1, resolve_minutes: 0, ...rule },
  });

async function look(project: TestProject, time: Date): Promise<void> {
  vi.setSystemTime(time);
  await checkAlerts(project.projectId, time);
}

const stateOf = async ({ projectId }: TestProject, name: string) => {
  const found = (await listRules(projectId)).find(({ rule }) => rule.name === name);
  return found?.alert;
};

/** What was told of a project, the oldest first. */
const told = async ({ projectId }: TestProject) =>
  (await listDeliveries(projectId, { limit: 50 })).data.map(({ payload }) => payload.title).reverse();

it("finds a planted fall by the rule that every project has, tells a receiver once though several look, and that it is over", async () => {
  const project = await withHistory();
  const secret = await withWebhook(project);
  await look(project, at(1));
  expect(await stateOf(project, "The positive rate fell")).toMatchObject({ state: "ok", firingSince: null });
  await rated(project, at(12), { n: 60, up: 30 });
  vi.setSystemTime(at(13));
  await Promise.all([13, 13.2, 13.5].map((hour) => checkAlerts(project.projectId, at(hour))));
  expect(await stateOf(project, "The positive rate fell")).toMatchObject({
    ...{ state: "firing", firingSince: at(13), value: 0.5, n: 60 },
    against: expect.closeTo(0.85, 2),
  });
  vi.useRealTimers();
  await startDue();
  await finishSending();
  const [message] = receiver.received;
  expect(receiver.received).toHaveLength(1);
  expect(message && verified(message, secret)).toMatchObject({
    ...{ type: "alert.firing", title: "The positive rate fell" },
    text: expect.stringContaining("50.0%, usually 85.0%, n = 60"),
    url: expect.stringMatching(/\/alerts\/[\w-]+$/),
    data: { news: "firing", problem_id: null, rules: [{ metric: "positive_rate", value: 0.5, n: 60 }] },
  });
  vi.useFakeTimers({ toFake: ["Date"] });
  await rated(project, at(30), { n: 60, up: 52 });
  await look(project, at(31.2));
  await look(project, at(32.2));
  expect(await stateOf(project, "The positive rate fell")).toMatchObject({ state: "ok", resolvedAt: at(32) });
  expect(await told(project)).toEqual(["The positive rate fell", "Over: The positive rate fell"]);
  const { ruleId } =
    (await listRules(project.projectId)).find(({ rule }) => rule.name.startsWith("The pos")) ?? {};
  expect(
    (await listTransitions(project.projectId, { ruleId })).map(({ from, to }) => `${from} ${to}`),
  ).toEqual(["firing ok", "ok firing"]);
  await look(project, at(33));
  expect(await stateOf(project, "The positive rate fell")).toMatchObject({ state: "ok" });
});

it("notices silence of answers where there usually are some, and none on a quiet day", async () => {
  const project = await testProject();
  for (let day = -28; day < 0; day++) {
    if (at(day * 24).getUTCDay() === 0) continue;
    for (const hour of [10, 13]) await rated(project, at(day * 24 + hour), { n: 40, up: 30 });
  }
  await withWebhook(project);
  const sunday = 5 * 24;
  await look(project, at(sunday + 15));
  expect(await stateOf(project, "No answers any more")).toMatchObject({ state: "ok" });
  await look(project, at(15));
  expect(await stateOf(project, "No answers any more")).toMatchObject({
    state: "ok",
    lookedAt: at(sunday + 15),
  });
  await look(project, at(sunday + 24 + 15));
  expect(await stateOf(project, "No answers any more")).toMatchObject({
    state: "firing",
    value: 0,
    against: 80,
  });
  expect(await told(project)).toContain("No answers any more");
});

it("watches a budget of the day, and begins anew at midnight", async () => {
  const project = await testProject();
  await withWebhook(project);
  const rule = ruleOf({
    name: "Costs",
    metric: "cost",
    condition: { type: "budget", usd: 10, per: "day", at: 0.8 },
  });
  vi.setSystemTime(at(0));
  await createRule(project.projectId, rule, "Ada");
  await rated(project, at(1), { n: 7, up: 7, answer: { costUsd: 1 } });
  await look(project, at(1.1));
  expect(await stateOf(project, "Costs")).toMatchObject({ state: "ok", value: 7, against: 8 });
  await rated(project, at(2), { n: 1, up: 1, answer: { costUsd: 1 } });
  await look(project, at(2.1));
  expect(await stateOf(project, "Costs")).toMatchObject({ state: "firing", value: 8 });
  await look(project, at(24.1));
  expect(await stateOf(project, "Costs")).toMatchObject({ state: "ok", value: 0 });
  expect(await told(project)).toEqual(["Costs", "Over: Costs"]);
});

it("looks at minutes of a short window, does not flap, and tells again when it was told long ago", async () => {
  const project = await testProject();
  await withWebhook(project);
  vi.setSystemTime(at(0));
  const waits = { window_minutes: 5, for_minutes: 2, resolve_minutes: 3, renotify_minutes: 5 };
  await createRule(project.projectId, ruleOf(waits), "Ada");
  const states: string[] = [];
  for (let minute = 31; minute <= 60; minute++) {
    const isSlow = minute < 46 && minute % 5 !== 0;
    const latency = { responseLatencyMs: isSlow ? 3_000 : 900 };
    await rated(project, new Date(START + minute * MINUTE_MS + 5_000), { n: 2, up: 2, answer: latency });
    await look(project, new Date(START + (minute + 1) * MINUTE_MS));
    states.push((await stateOf(project, "Slow"))?.state[0] ?? "");
  }
  expect(states.join("")).toBe(`pp${"f".repeat(19)}${"o".repeat(9)}`);
  expect(await told(project)).toEqual(["Slow", "Still: Slow", "Still: Slow", "Still: Slow", "Over: Slow"]);
});

it("says that there is no data as a state of its own", async () => {
  const project = await testProject();
  await withWebhook(project);
  vi.setSystemTime(at(0));
  await createRule(project.projectId, ruleOf({ no_data: "tell" }), "Ada");
  await look(project, at(1));
  expect(await stateOf(project, "Slow")).toMatchObject({ state: "no_data", value: null });
  await look(project, at(2));
  expect(await told(project)).toEqual(["No data: Slow"]);
});

it("keeps quiet in a mute window, and tells of what still fires when it ends", async () => {
  const project = await testProject();
  await withWebhook(project);
  vi.setSystemTime(at(0));
  const mute: SentAlertRule["mute"] = [
    { type: "once", from: at(0).toISOString(), until: at(3).toISOString() },
  ];
  await createRule(project.projectId, ruleOf({ mute, window_minutes: 360 }), "Ada");
  await rated(project, at(0.5), { n: 3, up: 3, answer: { responseLatencyMs: 5_000 } });
  await look(project, at(1));
  expect(await stateOf(project, "Slow")).toMatchObject({ state: "firing" });
  expect(await told(project)).toEqual([]);
  await look(project, at(3));
  expect(await told(project)).toEqual(["Slow"]);
});

const problem: FoundProblem = {
  ...{
    kind: "rate",
    category: null,
    against: "own",
    title: "Answers of m are rated worse",
    scope: { model: "m" },
  },
  ...{ beganAt: at(-1), usual: 0.15, usualOf: 900, n: 60, bad: 30, expected: 9, dispersion: 1 },
  ...{ raters: 60, met: 60, worse: 0.35, harm: 21 },
};

it("is one message for rules that a problem explains, and another for what it does not", async () => {
  const project = await testProject();
  await withWebhook(project);
  vi.setSystemTime(at(0));
  const { projectId } = project;
  await recordLook(projectId, () => ({
    opened: [problem],
    seen: [],
    steps: [],
    look: { usualOf: 9, groups: 1 },
  }));
  const low = { metric: "positive_rate", condition: { type: "threshold", op: "below", value: 0.6 } } as const;
  await createRule(projectId, ruleOf({ ...low, name: "All" }), "Ada");
  await createRule(projectId, ruleOf({ ...low, name: "Of m", scope: { model: "m" } }), "Ada");
  await createRule(projectId, ruleOf({ name: "Slow" }), "Ada");
  await rated(project, at(0.5), { n: 60, up: 30, answer: { responseLatencyMs: 5_000 } });
  await look(project, at(1));
  const [known] = await listProblems(projectId);
  expect((await told(project)).sort()).toEqual(["All and 1 more: Answers of m are rated worse", "Slow"]);
  expect(await stateOf(project, "Of m")).toMatchObject({ state: "firing", problemId: known?.problemId });
  const { data } = await listDeliveries(projectId, { limit: 50 });
  expect(data.map(({ payload }) => payload.url)).toContainEqual(
    expect.stringContaining(`/problems/${known?.problemId}`),
  );
});

it("leaves rules alone that were deleted or paused, and does not give a project again what it deleted", async () => {
  const project = await testProject();
  const { projectId } = project;
  vi.setSystemTime(at(0));
  expect(await projectsWithDueRules(at(0))).toContain(projectId);
  await look(project, at(0));
  const given = await listRules(projectId);
  expect(given.map(({ rule, isDefault }) => [rule.metric, isDefault])).toEqual([
    ["response_rate", true],
    ["answers", true],
    ["ratings", true],
    ["positive_rate", true],
  ]);
  expect(await projectsWithDueRules(at(0.01))).not.toContain(projectId);
  for (const { ruleId } of given.slice(1)) await deleteRule(projectId, ruleId);
  await changeRule(projectId, given[0]?.ruleId ?? "", { enabled: false }, "Ada");
  await look(project, at(30));
  expect(await listRules(projectId)).toMatchObject([{ rule: { metric: "response_rate" }, enabled: false }]);
  expect(await projectsWithDueRules(at(40 * 24))).not.toContain(projectId);
});
