import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, type Result, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { getInteraction } from "../interactions/index.ts";

testDatabase();

const begun = { type: "interaction", ...answer, interaction_id: "i", response_text: "", in_progress: true };
const half = { ...begun, response_text: "It sa" };
const whole = {
  type: "interaction",
  ...answer,
  interaction_id: "i",
  response_text: "It says …",
  finish_reason: "stop",
};

const log = async (project: TestProject, ...events: object[]): Promise<Result[]> =>
  send(serverOf(project), events);
const stored = (project: TestProject) => getInteraction(project.projectId, "i");

describe("an answer logged while it is being generated", () => {
  it("can be rated with its first token, before and after it is complete", async () => {
    const project = await testProject();
    const [first] = await log(project, { ...begun, input: "What does it say?", user_id: "u" });
    const rated = await send(browserOf(project, "i"), [
      thumb("i", { feedback_token: first?.feedback_token, user_id: "u" }),
    ]);
    expect(statuses(rated)).toEqual([201]);
    const [last] = await log(project, whole);
    expect(last).toEqual(first);
    expect(await stored(project)).toMatchObject({
      responseText: "It says …",
      finishReason: "stop",
      inProgress: false,
      input: "What does it say?",
      userHash: expect.any(String),
      feedback: [{ ratingType: "binary" }],
    });
  });

  it("shows its text so far", async () => {
    const project = await testProject();
    await log(project, begun);
    await log(project, half);
    expect(await stored(project)).toMatchObject({ responseText: "It sa", inProgress: true });
  });

  it.each<[string, object[][]]>([
    ["parts that arrive again", [[begun], [half], [whole], [whole], [half], [begun]]],
    ["parts that arrive together", [[begun, half, whole]]],
    ["parts that arrive together, the last first", [[whole, half, begun]]],
    ["an earlier part after a later one", [[half], [begun], [whole]]],
    ["its end alone", [[whole]]],
    ["its end before its beginning", [[whole], [begun]]],
  ])("is stored once and whole from %s", async (_, requests) => {
    const project = await testProject();
    const results: Result[] = [];
    for (const events of requests) results.push(...(await log(project, ...events)));
    expect(new Set(statuses(results))).toEqual(new Set([201]));
    expect(new Set(results.map(({ feedback_token }) => feedback_token)).size).toBe(1);
    expect(await stored(project)).toMatchObject({ responseText: "It says …", inProgress: false });
    expect(await db().interaction.count({ where: { projectId: project.projectId } })).toBe(1);
  });

  it("keeps the longest of its parts until it is complete", async () => {
    const project = await testProject();
    await log(project, half);
    await log(project, begun);
    expect(await stored(project)).toMatchObject({ responseText: "It sa" });
  });

  it("is completed once by many concurrent requests", async () => {
    const project = await testProject();
    await log(project, begun);
    const results = await Promise.all(Array.from({ length: 12 }, () => log(project, whole)));
    expect(new Set(results.flatMap(statuses))).toEqual(new Set([201]));
  });

  it("is not replaced once it is complete", async () => {
    const project = await testProject();
    await log(project, begun, whole);
    const results = await log(project, { ...whole, response_text: "Something else" });
    expect(results).toMatchObject([{ status: 422, code: "id_reused" }]);
  });

  it("is recounted and reindexed when it is complete", async () => {
    const project = await testProject();
    const where = { projectId: project.projectId };
    await log(project, begun);
    await db().metricMark.deleteMany({ where });
    await db().searchMark.deleteMany({ where });
    await log(project, whole);
    expect(await db().metricMark.count({ where })).toBeGreaterThan(0);
    expect(await db().searchMark.count({ where })).toBe(1);
  });

  it("can only end without text if it gives a reason", async () => {
    const project = await testProject();
    const results = await log(
      project,
      { ...whole, response_text: "", finish_reason: "aborted" },
      { ...whole, interaction_id: "j", response_text: " ", finish_reason: undefined },
    );
    expect(results).toMatchObject([{ status: 201 }, { status: 400, errors: [{ path: "response_text" }] }]);
  });
});
