import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { copy, quote, send, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { logInteraction } from "../ingest/index.ts";
import { log } from "./testing/rated-answers.ts";

testDatabase();

const origins = (projectId: string) =>
  db().voteOrigin.findMany({ where: { projectId }, orderBy: { interactionId: "asc" } });

it("stores the origins of a publishable key's ratings and preferences, once per rater and answer", async () => {
  const project = await testProject();
  const { projectId } = project;
  await log(project, {}, "a");
  await log(project, {}, "b");
  const server = await send(serverOf(project), [thumb("a", { user_id: "u" })]);
  expect(server).toMatchObject([{ status: 201 }]);
  const tokens = ["a", "b"].map((id) => browserOf(project, id).feedbackToken);
  await send(browserOf(project, "a", { agent: "Mozilla/5.0", deviceId: "d" }), [
    thumb("a"),
    { type: "feedback", interaction_id: "a", rating_type: "comment", feedback_comment: "c" },
    quote("a"),
    copy("a"),
    {
      type: "preference",
      ...{ preferred_id: "b", rejected_id: "a", device_id: "d" },
      ...{ feedback_token: tokens[1], rejected_feedback_token: tokens[0] },
    },
  ]);
  await send(browserOf(project, "a", { agent: "Mozilla/6.1", deviceId: "d" }), [thumb("a")]);
  const found = await origins(projectId);
  expect(found.map(({ interactionId }) => interactionId)).toEqual(["a", "b"]);
  const [one, other] = found;
  expect(one?.rater).toMatch(/^device:/);
  expect(other).toMatchObject({ rater: one?.rater, address: one?.address, agent: one?.agent, burstId: null });
});

it("does not store the origins of pending events", async () => {
  const project = await testProject();
  const { projectId } = project;
  await send(browserOf(project, "later", { agent: "Mozilla/5.0" }), [thumb("later", { device_id: "d" })]);
  const [waiting] = await db().awaitedEvent.findMany({ where: { projectId } });
  expect(waiting?.row).not.toHaveProperty("origin");
  await logInteraction(project, {
    ...{ feature_name: "f", response_text: "r", model_name: "m", interaction_id: "later" },
  } as never);
  expect(await db().feedback.count({ where: { projectId } })).toBe(1);
  expect(await origins(projectId)).toEqual([]);
});
