import { describe, expect, it } from "vitest";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { testDatabase } from "#tests/database/database.ts";
import { quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf } from "#tests/fixtures/sender.ts";
import { listPending, withdraw } from "../ingest/index.ts";
import { getInteraction } from "../interactions/index.ts";
import { log, outcomes, ratings } from "./testing/rated-answers.ts";

testDatabase();

describe("an event that arrived before its answer", () => {
  const early = (project: TestProject, address = "192.0.2.1") =>
    browserOf(project, "later", { feedbackToken: feedbackToken(project, "later", new Date()), address });

  it("belongs to the rater named by the answer, and not to another", async () => {
    const project = await testProject();
    const results = await send(early(project), [
      thumb("later", { device_id: "a", feedback_id: "theirs", rating_value: 0 }),
      thumb("later", { device_id: "b", user_id: "v", feedback_id: "stranger" }),
      quote("later", { user_id: "u", annotation_id: "theirs" }),
    ]);
    expect(statuses(results)).toEqual([202, 202, 202]);
    await log(project, { user_id: "u" }, "later");
    const { userHash, feedback, annotations } = (await getInteraction(project.projectId, "later")) ?? {};
    expect(feedback).toMatchObject([{ feedbackId: "theirs", ratingValue: 0, userHash }]);
    expect(annotations).toMatchObject([{ annotationId: "theirs", userHash }]);
    const { data } = await listPending(project.projectId, { limit: 10 });
    expect(data.map(({ eventId }) => eventId)).toEqual(["stranger"]);
    expect(Object.keys(data[0]?.event ?? {})).not.toContain("unproven");
  });

  it("takes a place immediately, so that no more can be pending than may rate", async () => {
    const project = await testProject();
    const votes = Array.from({ length: 9 }, (_, index) => thumb("later", { device_id: `d-${index}` }));
    const results = await send(early(project), votes);
    expect(outcomes(results)).toEqual([...Array(5).fill(202), ...Array(4).fill("too_many_voters")]);
    await log(project, {}, "later");
    expect(await ratings(project)).toHaveLength(5);
    expect(outcomes(await send(early(project), [thumb("later", { device_id: "d-5" })]))).toEqual([
      "too_many_voters",
    ]);
  });

  it("can only be withdrawn by its own device", async () => {
    const project = await testProject();
    await send(early(project), [thumb("later", { device_id: "a", feedback_id: "f" })]);
    const other = { ...early(project), deviceId: "b" };
    await expect(withdraw(other, "feedback", "f")).rejects.toMatchObject({ code: "not_found" });
    await withdraw({ ...early(project), deviceId: "a" }, "feedback", "f");
    await log(project, {}, "later");
    expect(await ratings(project)).toEqual([]);
  });
});
