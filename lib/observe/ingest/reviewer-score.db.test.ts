import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { feedbackOn } from "../interactions/index.ts";
import { recordReviewerScore } from "./index.ts";

testDatabase();

it("stores one value per reviewer, name and answer, and rejects unknown answers and invalid values", async () => {
  const project = await testProject();
  const score = { type: "feedback", rating_type: "score", score_name: "grade", score_label: "good" };
  await send(serverOf(project), [
    { type: "interaction", interaction_id: "a", ...answer },
    { ...score, interaction_id: "a", user_id: "u" },
  ]);
  const at = { interactionId: "a", name: "grade", userId: "ada" };
  const first = await recordReviewerScore(project, at, { score_label: "good" });
  const second = await recordReviewerScore(project, at, { score_label: "poor" });
  expect(second.feedbackId).toBe(first.feedbackId);
  await recordReviewerScore(project, { ...at, userId: "bob" }, { score_label: "poor" });
  const { data } = await feedbackOn(project.projectId, "a");
  const stored = data.map(({ source, score_label }) => [source, score_label]);
  expect(stored.toSorted()).toEqual([
    ["reviewer", "poor"],
    ["reviewer", "poor"],
    ["user", "good"],
  ]);
  const refused = (more: object, value: object) => recordReviewerScore(project, { ...at, ...more }, value);
  await expect(refused({ interactionId: "b" }, { score_label: "good" })).rejects.toMatchObject({
    status: 404,
  });
  await expect(refused({ name: "none" }, { score_label: "good" })).rejects.toMatchObject({ status: 404 });
  await expect(refused({}, { score_value: 3 })).rejects.toMatchObject({ code: "invalid_body" });
});
