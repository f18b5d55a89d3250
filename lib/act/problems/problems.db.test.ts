import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { createExperiment, newExperimentSchema, stepExperiment } from "../experiments/index.ts";
import { createChannel, listDeliveries } from "../notifications/index.ts";
import { createPrompt, moveLabel } from "../prompts/index.ts";
import {
  type FoundProblem,
  findLook,
  findProblem,
  type LookOutcome,
  listProblems,
  listSteps,
  type Problem,
  recordLook,
  takeStep,
} from "./index.ts";

vi.stubEnv("NOTIFICATION_HOSTS", "127.0.0.1");
vi.stubEnv("PUBLIC_URL", "https://whetstone.example");
testDatabase();

let project: TestProject;
beforeEach(async () => {
  project = await testProject();
});

const found = (more: Partial<FoundProblem> = {}): FoundProblem => ({
  ...{ kind: "rate", category: null, against: "own", title: "German answers of claude got worse" },
  ...{ scope: { model: "claude", language: "de" }, beganAt: new Date("2026-11-28T00:00:00Z") },
  ...{ usual: 0.2, usualOf: 900, n: 100, bad: 45, expected: 20, dispersion: 1.2, raters: 60, met: 400 },
  ...{ worse: 0.25, harm: 100 },
  ...more,
});
const look = { usualOf: 900, groups: 40 };
const nothing: LookOutcome = { opened: [], seen: [], steps: [], look };
const keep = (outcome: Partial<LookOutcome>) =>
  recordLook(project.projectId, () => ({ ...nothing, ...outcome }));

/** A problem on record. */
async function opened(more: Partial<FoundProblem> = {}): Promise<Problem> {
  await keep({ opened: [found(more)] });
  const problems = await listProblems(project.projectId);
  const problem = problems.find(({ title }) => title === (more.title ?? found().title));
  if (!problem) throw new Error("No problem was opened.");
  return problem;
}
const step = (problem: Problem, event: Parameters<typeof takeStep>[2], note = "") =>
  takeStep(project.projectId, problem.problemId, event, { name: "Ada", note });

describe("a look", () => {
  it("keeps what it found, with its first step, and when it was", async () => {
    expect(await findLook(project.projectId)).toBeNull();
    const problem = await opened();
    expect(problem).toMatchObject({ ...found(), state: "open", owner: null, link: null, fixedAt: null });
    expect(await findProblem(project.projectId, problem.problemId)).toEqual(problem);
    expect(await listSteps(project.projectId, problem.problemId)).toMatchObject([
      { kind: "found", from: null, to: "open", by: "Whetstone" },
    ]);
    expect(await findLook(project.projectId)).toMatchObject({ ...look, lookedAt: expect.any(Date) });
  });

  it("finds one problem where two processes find the same at once", async () => {
    const judge = (known: Problem[]) => ({ ...nothing, opened: known.length === 0 ? [found()] : [] });
    await Promise.all([1, 2, 3].map(() => recordLook(project.projectId, judge)));
    expect(await listProblems(project.projectId)).toHaveLength(1);
  });

  it("keeps nothing where any of it fails", async () => {
    const steps = [{ problemId: "00000000-0000-7000-8000-000000000000", event: { kind: "tick" } as const }];
    await expect(keep({ opened: [found()], steps })).rejects.toMatchObject({ code: "not_found" });
    expect(await listProblems(project.projectId)).toEqual([]);
  });

  it("renews what the data say of a problem, and its name", async () => {
    const { problemId } = await opened();
    const {
      kind: _,
      category: __,
      against: ___,
      title: ____,
      scope: _____,
      beganAt: ______,
      ...figures
    } = found({ n: 200, bad: 90 });
    const named = { scope: { model: "claude" }, title: "Answers of claude got worse" };
    await keep({ seen: [{ problemId, figures, named }] });
    expect(await findProblem(project.projectId, problemId)).toMatchObject({ ...named, n: 200, bad: 90 });
    await keep({ seen: [{ problemId, figures: { ...figures, n: 210 } }] });
    expect(await findProblem(project.projectId, problemId)).toMatchObject({ ...named, n: 210 });
  });
});

describe("problems", () => {
  it("are listed by harm, by state and in pages", async () => {
    const [small, large, middle] = [
      await opened({ title: "small", harm: 1 }),
      await opened({ title: "large", harm: 9 }),
      await opened({ title: "middle", harm: 5 }),
    ];
    await step(middle, { kind: "start", owner: "Ada" });
    const titles = async (asked: Parameters<typeof listProblems>[1]) =>
      (await listProblems(project.projectId, asked)).map(({ title }) => title);
    expect(await titles({})).toEqual(["large", "middle", "small"]);
    expect(await titles({ states: ["open"] })).toEqual(["large", "small"]);
    expect(await titles({ limit: 1 })).toEqual(["large"]);
    expect(await titles({ after: large.problemId, limit: 1 })).toEqual(["middle"]);
    expect(await titles({ after: small.problemId })).toEqual([]);
  });

  it("are those of their project", async () => {
    const { problemId } = await opened();
    const other = await testProject();
    expect(await listProblems(other.projectId)).toEqual([]);
    const none = { code: "not_found", status: 404 };
    await expect(findProblem(other.projectId, problemId)).rejects.toMatchObject(none);
    await expect(
      takeStep(other.projectId, problemId, { kind: "ship" }, { name: "Ada" }),
    ).rejects.toMatchObject(none);
  });
});

describe("a step", () => {
  it("is kept with who took it, why, and what is to fix it", async () => {
    const problem = await opened();
    const link = { kind: "prompt_version", template: "summary", version: "v8" } as const;
    await step(problem, { kind: "start", owner: "Ada", link }, "Looks like the new prompt");
    const shipped = await step(problem, { kind: "ship" });
    expect(shipped).toMatchObject({ state: "fixed", owner: "Ada", link, fixedAt: expect.any(Date) });
    expect(shipped.restartedAt).toEqual(shipped.fixedAt);
    expect(await listSteps(project.projectId, problem.problemId)).toMatchObject([
      { kind: "found" },
      { kind: "start", from: "open", to: "fixing", link, by: "Ada", note: "Looks like the new prompt" },
      { kind: "ship", from: "fixing", to: "fixed", link, by: "Ada", note: "" },
    ]);
  });

  it("is refused where its state does not allow it, and says nothing twice", async () => {
    const problem = await opened();
    await expect(step(problem, { kind: "stop" })).rejects.toMatchObject({
      ...{ code: "conflict", message: "Only a fix that is being worked on can be stopped." },
    });
    await step(problem, { kind: "seen_worse" });
    expect(await listSteps(project.projectId, problem.problemId)).toHaveLength(1);
  });

  it("is taken once where two take it at once", async () => {
    const problem = await opened();
    const both = await Promise.allSettled([1, 2].map(() => step(problem, { kind: "ship" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listSteps(project.projectId, problem.problemId)).toHaveLength(2);
  });

  it("counts all answers again where somebody reopens it", async () => {
    const problem = await opened();
    await step(problem, { kind: "ship" });
    expect(await step(problem, { kind: "reopen" })).toMatchObject({ state: "open", restartedAt: null });
  });
});

describe("what is to fix a problem ships it", () => {
  const author = { name: "Bob", mayMoveProtected: true };
  const draft = { kind: "text" as const, content: "x", variables: [], includes: [], note: "" };
  const place = { version: "v1", reason: "Ready" };

  it("when its version becomes production, and not when it gets another label", async () => {
    const { projectId } = project;
    const template = "summary";
    const full = { ...draft, modelName: null, modelParams: null };
    await createPrompt({ projectId, template, draft: full, author, logged: [] });
    const [linked, other] = [await opened({ title: "linked" }), await opened({ title: "other" })];
    const link = { kind: "prompt_version", template, version: "v1" } as const;
    await step(linked, { kind: "start", owner: "Ada", link });
    await step(other, { kind: "link", link: { ...link, version: "v2" } });
    await moveLabel({ projectId, template, label: "staging" }, place, author);
    expect(await findProblem(projectId, linked.problemId)).toMatchObject({ state: "fixing" });
    await moveLabel({ projectId, template, label: "production" }, place, author);
    expect(await findProblem(projectId, linked.problemId)).toMatchObject({ state: "fixed" });
    expect((await listSteps(projectId, linked.problemId)).at(-1)).toMatchObject({
      ...{ kind: "ship", by: "Bob", note: "v1 of summary became production" },
    });
    expect(await findProblem(projectId, other.problemId)).toMatchObject({ state: "open" });
  });

  it("when its experiment is promoted", async () => {
    const { projectId } = project;
    const sent = {
      ...{ experiment: "shorter", hypothesis: "h", primary_metric: { metric: "positive_rate" } },
      arms: ["a", "b"].map((variant) => ({ variant, weight: 0.5 })),
    };
    await createExperiment(projectId, newExperimentSchema.parse(sent), "Ada");
    const by = { by: "Ada", reason: "r" };
    await stepExperiment(projectId, "shorter", "start", by);
    const problem = await opened();
    await step(problem, { kind: "link", link: { kind: "experiment", experiment: "shorter" } });
    await stepExperiment(projectId, "shorter", "promote", { ...by, winner: "b" });
    expect(await findProblem(projectId, problem.problemId)).toMatchObject({ state: "fixed" });
  });
});

it("tells channels what was found, verified and came back, once each, and nothing else", async () => {
  const { projectId, slug } = project;
  const kinds = ["problem.opened", "problem.verified", "problem.regressed"] as const;
  const channel = { kind: "webhook" as const, name: "Hook", kinds: [...kinds] };
  await createChannel(projectId, { ...channel, url: "http://127.0.0.1:9/" }, { name: "Ada", origin: "x" });
  const problem = await opened();
  await step(problem, { kind: "start", owner: "Ada" });
  await step(problem, { kind: "ship" });
  await step(problem, { kind: "seen_usual" });
  await step(problem, { kind: "seen_worse" });
  const { data } = await listDeliveries(projectId, { limit: 50 });
  const told = data.map(({ payload }) => payload).reverse();
  expect(told.map(({ kind }) => kind)).toEqual(kinds);
  expect(new Set(told.map(({ notification_id: id }) => id)).size).toBe(3);
  expect(told[0]).toMatchObject({
    notification_id: `problem:${problem.problemId}:opened`,
    title: "German answers of claude got worse",
    facts: [
      { label: "Thumbs down", value: "45% of 100, 95% interval 35% to 56%" },
      { label: "Usually", value: "20% of 900" },
      { label: "Users who met these answers", value: "400" },
      { label: "Since", value: "2026-11-28" },
    ],
    url: `https://whetstone.example/${slug}/problems/${problem.problemId}`,
    data: { scope: { model: "claude", language: "de" }, bad: 45, n: 100 },
  });
  expect(await db().problemStep.count({ where: { projectId } })).toBe(5);
});
