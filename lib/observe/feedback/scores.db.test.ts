import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, type Result, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { listPending, withdraw } from "../ingest/index.ts";
import { getInteraction, listInteractions } from "../interactions/index.ts";
import { declareScore, deleteScore, listScores } from "../scores/index.ts";

testDatabase();

const logged = (id: string, more: object = {}) => ({
  type: "interaction",
  interaction_id: id,
  ...answer,
  ...more,
});
const score = (name: string, value: boolean | number | string, more: object = {}) => ({
  ...{ type: "feedback", rating_type: "score", score_name: name },
  ...(typeof value === "string" ? { score_label: value } : { score_value: value }),
  ...more,
});
const on = (interaction_id: string, more: object = {}) => ({ interaction_id, ...more });
const valuesOf = async ({ projectId }: TestProject) =>
  (await db().feedback.findMany({ where: { projectId }, orderBy: { createdAt: "asc" } })).map(
    ({ scoreValue, scoreLabel }) => scoreLabel ?? scoreValue,
  );
const pathsOf = ({ errors }: Result) => (errors as { path: string }[] | undefined)?.map(({ path }) => path);
const definitions = async ({ projectId }: TestProject) =>
  (await listScores(projectId)).map(({ projectId: _, ...definition }) => definition);

describe("a score of an interaction", () => {
  it("is learned from a server's first values, with its type, and rejects invalid values by name", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      logged("i"),
      score("solved", true, on("i")),
      score("similarity", 0.25, on("i")),
      score("similarity", 0.75, on("i", { user_id: "u" })),
      score("grade", "good", on("i")),
      score("solved", "yes", on("i")),
      score("similarity", true, on("i")),
    ]);
    expect(statuses(results)).toEqual([201, 201, 201, 201, 201, 400, 400]);
    expect(results.slice(5).map(pathsOf)).toEqual([["score_label"], ["score_value"]]);
    expect(await valuesOf(project)).toEqual(expect.arrayContaining([1, 0.25, 0.75, "good"]));
    const learned = { confirmed: false, labels: [], min: null, max: null };
    expect(await definitions(project)).toEqual([
      { ...learned, name: "grade", type: "category", direction: "none", labels: ["good"] },
      { ...learned, name: "similarity", type: "number", direction: "none", min: 0.25, max: 0.75 },
      { ...learned, name: "solved", type: "boolean", direction: "higher" },
    ]);
  });

  it("has one current value per name, rater and target", async () => {
    const project = await testProject();
    const results = await send(serverOf(project), [
      logged("i"),
      score("grade", "poor", on("i", { user_id: "u", feedback_id: "a" })),
      score("grade", "good", on("i", { user_id: "u" })),
      score("grade", "good", on("i", { user_id: "v" })),
      score("clarity", 3, on("i", { user_id: "u" })),
      thumb("i", { user_id: "u" }),
    ]);
    expect(statuses(results)).toEqual([201, 201, 200, 201, 201, 201]);
    expect(results[2]).toMatchObject({ feedback_id: "a", message: "Feedback replaced." });
    const again = await send(serverOf(project), [
      score("grade", "poor", on("i", { user_id: "u", feedback_id: "a" })),
    ]);
    expect(again, "a late retry changes nothing").toMatchObject([{ message: "Feedback already accepted." }]);
    expect((await valuesOf(project)).filter((value) => value === "poor")).toEqual([]);
  });

  it("is only accepted from a publishable key once it is defined", async () => {
    const project = await testProject();
    const browser = browserOf(project, "i");
    await send(serverOf(project), [logged("i"), score("learned", true, on("i"))]);
    await declareScore(project.projectId, "grade", {
      type: "category",
      labels: ["poor", "good"],
      direction: "higher",
    });
    const results = await send(browser, [
      score("grade", "good", on("i")),
      score("grade", "awful", on("i")),
      score("made_up", 1, on("i")),
      score("learned", false, on("i")),
      score("grade", "good", { session_id: "s" }),
      score("grade", "good", on("i", { source: "reviewer" })),
    ]);
    expect(statuses(results)).toEqual([201, 400, 400, 400, 400, 400]);
    expect(results.slice(1).map(pathsOf)).toEqual([
      ...[["score_label"], ["score_name"], ["score_name"], ["interaction_id"], ["source"]],
    ]);
    expect((await definitions(project)).map(({ name }) => name)).toEqual(["grade", "learned"]);
    await declareScore(project.projectId, "learned", { type: "boolean", labels: [], direction: "lower" });
    expect(statuses(await send(browser, [score("learned", false, on("i"))]))).toEqual([200]);
  });

  it("accepts a number from a page only within a defined range, and any number from a server", async () => {
    const project = await testProject();
    const declare = (range: object) =>
      declareScore(project.projectId, "ease", { type: "number", labels: [], direction: "none", ...range });
    await declare({});
    await send(serverOf(project), [logged("i"), score("ease", 3, on("i", { user_id: "server" }))]);
    const fromPage = (value: number) => send(browserOf(project, "i"), [score("ease", value, on("i"))]);
    expect((await fromPage(1e12)).map(pathsOf)).toEqual([["score_name"]]);
    await declare({ min: 1 });
    expect((await fromPage(1e12)).map(pathsOf)).toEqual([["score_name"]]);
    await declare({ min: 1, max: 7 });
    expect((await fromPage(1e12)).map(pathsOf)).toEqual([["score_value"]]);
    expect(statuses(await fromPage(7))).toEqual([201]);
    expect(await valuesOf(project)).toEqual([3, 7]);
  });

  it("gives a retry the original response, even if it was redefined since", async () => {
    const project = await testProject();
    const sent = score("similarity", 7, on("i", { feedback_id: "a" }));
    await send(serverOf(project), [logged("i"), sent]);
    await declareScore(project.projectId, "similarity", {
      type: "number",
      min: 0,
      max: 1,
      labels: [],
      direction: "higher",
    });
    expect(await send(serverOf(project), [sent])).toMatchObject([{ status: 201, feedback_id: "a" }]);
    const other = await send(serverOf(project), [{ ...sent, feedback_id: "b" }]);
    expect(other.map(pathsOf)).toEqual([["score_value"]]);
    expect(await valuesOf(project)).toEqual([7]);
  });

  it("can be pending, and an inline interaction is not stored if its score is rejected", async () => {
    const project = await testProject();
    const { projectId } = project;
    await send(serverOf(project), [score("solved", true, on("later"))]);
    await send(serverOf(project), [logged("later")]);
    expect(await valuesOf(project)).toEqual([1]);
    const inline = { ...answer, ...score("solved", "yes", on("inline")) };
    expect(statuses(await send(serverOf(project), [inline]))).toEqual([400]);
    expect(await getInteraction(projectId, "inline")).toBeNull();
  });

  it("keeps its type and its name while it has values", async () => {
    const project = await testProject();
    const [, result] = await send(serverOf(project), [logged("i"), score("solved", true, on("i"))]);
    const declare = () =>
      declareScore(project.projectId, "solved", { type: "number", labels: [], direction: "none" });
    await expect(declare()).rejects.toMatchObject({ status: 409 });
    await expect(deleteScore(project.projectId, "solved")).rejects.toMatchObject({ status: 409 });
    await withdraw(serverOf(project), "feedback", String(result?.feedback_id));
    await declare();
    await deleteScore(project.projectId, "solved");
    expect(await definitions(project)).toEqual([]);
  });

  it("is learned once, however many servers send its first values at once; a project has at most 100", async () => {
    const project = await testProject();
    await send(serverOf(project), [logged("i")]);
    const batches = Array.from({ length: 8 }, (_, batch) =>
      send(
        serverOf(project),
        Array.from({ length: 20 }, (_, index) =>
          score(
            `name ${(batch % 2 === 0 ? 0 : 60) + index * 3}`,
            batch + index,
            on("i", { user_id: `u${batch}` }),
          ),
        ),
      ),
    );
    const results = (await Promise.all(batches)).flat();
    const known = await definitions(project);
    expect(statuses(results).every((status) => status === 201)).toBe(true);
    expect(known).toHaveLength(40);
    expect(known.find(({ name }) => name === "name 0")).toMatchObject({ min: 0, max: 6 });
    const more = Array.from({ length: 70 }, (_, index) => score(`more ${index}`, 1, on("i")));
    const refused = (await send(serverOf(project), more)).filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(10);
    expect(refused.map(pathsOf)).toEqual(refused.map(() => ["score_name"]));
  });
});

describe("a score of a session", () => {
  const turns = [
    logged("one", { session_id: "s", created_at: "2026-10-01T10:00:00Z" }),
    logged("two", { session_id: "s", created_at: "2026-10-01T11:00:00Z" }),
    logged("three", { session_id: "s", created_at: "2026-10-01T12:00:00Z" }),
  ];
  const at = (hour: number) => ({
    session_id: "s",
    created_at: `2026-10-01T${String(hour).padStart(2, "0")}:30:00Z`,
  });

  it("is stored with the session's answer at that time, replaced there, and shown with all of its answers", async () => {
    const project = await testProject();
    const { projectId } = project;
    const results = await send(serverOf(project), [
      ...turns,
      score("solved", false, { ...at(11), feedback_id: "a" }),
      score("solved", true, at(12)),
      score("early", true, at(9)),
    ]);
    expect(statuses(results)).toEqual([201, 201, 201, 201, 200, 201]);
    expect(results[3]).toMatchObject({ interaction_id: null, session_id: "s" });
    expect(
      await db().feedback.findMany({ where: { projectId }, orderBy: { scoreName: "asc" } }),
    ).toMatchObject([
      { scoreName: "early", interactionId: "one" },
      { scoreName: "solved", interactionId: "two", scoreValue: 1, scoredSession: "s" },
    ]);
    for (const id of ["one", "two", "three"]) {
      const shown = (await getInteraction(projectId, id))?.feedback.map(({ scoreName }) => scoreName);
      expect(shown?.sort(), id).toEqual(["early", "solved"]);
    }
    await withdraw(serverOf(project), "feedback", "a");
    expect((await getInteraction(projectId, "three"))?.feedback).toHaveLength(1);
  });

  it("is pending until the session's first answer, and can be listed and withdrawn until then", async () => {
    const project = await testProject();
    const { projectId } = project;
    const results = await send(serverOf(project), [
      score("solved", true, { session_id: "s", feedback_id: "a" }),
      score("grade", "good", { session_id: "s", feedback_id: "b" }),
    ]);
    expect(results).toMatchObject([{ status: 202, session_id: "s" }, { status: 202 }]);
    const { data } = await listPending(projectId, { limit: 10 });
    expect(data[0]).toMatchObject({ interactionId: null, sessionId: "s" });
    await withdraw(serverOf(project), "feedback", "b");
    await send(serverOf(project), [logged("i", { session_id: "s" })]);
    expect(await db().feedback.findMany({ where: { projectId } })).toMatchObject([
      { feedbackId: "a", interactionId: "i", scoreValue: 1 },
    ]);
    expect((await listPending(projectId, { limit: 10 })).data).toEqual([]);
  });

  it("has one value per rater, even if several arrive at once", async () => {
    const project = await testProject();
    await send(serverOf(project), turns);
    const sent = Array.from({ length: 12 }, (_, index) =>
      send(serverOf(project), [score("solved", index % 2 === 0, at(10 + (index % 3)))]),
    );
    await Promise.all(sent);
    expect(await db().feedback.count({ where: { projectId: project.projectId } })).toBe(1);
  });
});

describe("a rating by a reviewer", () => {
  it("has its own rater, is shown with the interaction, and is in none of the users' lists", async () => {
    const project = await testProject();
    const { projectId } = project;
    const teammate = {
      user_id: "u",
      source: "reviewer",
      rating_categories: ["inaccurate"],
      feedback_comment: "Zebra",
    };
    await send(serverOf(project), [
      logged("i"),
      thumb("i", { user_id: "u" }),
      thumb("i", { ...teammate, rating_value: 0 }),
      logged("reviewed"),
      thumb("reviewed", { ...teammate, rating_value: 0 }),
      logged("scored"),
      score("solved", true, on("scored")),
    ]);
    const feedback = (await getInteraction(projectId, "i"))?.feedback;
    expect(feedback?.map(({ source, ratingValue }) => [source, ratingValue])).toEqual([
      ["user", 1],
      ["reviewer", 0],
    ]);
    const ids = async (filter: object) =>
      (await listInteractions(projectId, filter)).data.map(({ interactionId }) => interactionId).sort();
    expect(await ids({ rating: "down" })).toEqual([]);
    expect(await ids({ rating: "comment" })).toEqual([]);
    expect(await ids({ rating: "rated" })).toEqual(["i"]);
    expect(await ids({ rating: "unrated" })).toEqual(["reviewed", "scored"]);
    expect(await ids({ rating: "score" })).toEqual(["scored"]);
    expect(await ids({ category: "inaccurate" })).toEqual([]);
    expect(await ids({ text: "zebra" })).toEqual([]);
    const { data } = await listInteractions(projectId, {});
    for (const line of data) expect(line).toMatchObject({ thumbsDown: 0, comments: 0, categories: [] });
  });
});
