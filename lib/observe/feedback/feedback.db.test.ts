import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { logInteraction, recordFeedback } from "../ingest/index.ts";
import {
  getInteraction,
  interactionBodySchema,
  listInteractions,
  type RatingFilter,
} from "../interactions/index.ts";
import { type FeedbackBody, feedbackBodySchema, withdrawFeedback } from "./index.ts";

testDatabase();

const inline = { feature_name: "summary", response_text: "It says …", model_name: "m-1" };
const body = (fields: Record<string, unknown>): FeedbackBody =>
  feedbackBodySchema.parse({ rating_type: "binary", rating_value: 1, ...fields });
const rate = async (project: TestProject, sent: FeedbackBody) => {
  const [receipt] = await recordFeedback(project, [sent]);
  if (!receipt || receipt instanceof Problem) throw receipt;
  return receipt;
};
const rowsOf = ({ projectId }: TestProject) => db().feedback.findMany({ where: { projectId } });

describe("recording a rating", () => {
  it("logs an inline interaction once, with the same user", async () => {
    const project = await testProject();
    const sent = { interaction_id: "i", user_id: "u", ...inline, created_at: "2026-10-01T10:00:00Z" };
    expect((await rate(project, body(sent))).created).toBe(true);
    expect((await rate(project, body({ ...sent, rating_value: 0 }))).created).toBe(false);
    const [interaction] = await db().interaction.findMany({ where: { projectId: project.projectId } });
    const [rating] = await rowsOf(project);
    expect(interaction?.createdAt.toISOString()).toBe("2026-10-01T10:00:00.000Z");
    expect(rating?.userHash).toBe(interaction?.userHash);
    expect(rating?.ratingValue).toBe(0);
  });

  it("allows the interaction to be logged in full later, and rejects a different one with its ID", async () => {
    const project = await testProject();
    await rate(project, body({ interaction_id: "i", ...inline }));
    const full = { interaction_id: "i", ...inline, prompt_text: "Summarise: …", tenant: "acme" };
    const log = (fields: Record<string, unknown>) =>
      logInteraction(project, interactionBodySchema.parse({ ...full, ...fields }));
    await expect(log({ response_text: "Something else" })).rejects.toMatchObject({ code: "id_reused" });
    await log({});
    await log({});
    await expect(log({ tenant: "other" })).rejects.toMatchObject({ code: "id_reused" });
    const stored = await getInteraction(project.projectId, "i");
    expect(stored).toMatchObject({
      promptText: "Summarise: …",
      tenant: "acme",
      feedback: [{ ratingValue: 1 }],
    });
  });

  it("names the missing fields of an incomplete inline interaction", async () => {
    const project = await testProject();
    const half = rate(project, body({ interaction_id: "i", feature_name: "f" }));
    await expect(half).rejects.toMatchObject({
      code: "invalid_body",
      extras: { errors: [{ path: "response_text" }, { path: "model_name" }] },
    });
  });

  it("keeps a rating of an unknown interaction until it arrives, and withdraws it while it is pending", async () => {
    const project = await testProject();
    expect(await rate(project, body({ interaction_id: "later", feedback_id: "a" }))).toMatchObject({
      outcome: "waiting",
    });
    await rate(project, body({ interaction_id: "later", feedback_id: "b", user_id: "v" }));
    await withdrawFeedback(serverOf(project), "b");
    expect(await rowsOf(project)).toHaveLength(0);
    await logInteraction(project, interactionBodySchema.parse({ interaction_id: "later", ...inline }));
    expect((await rowsOf(project)).map(({ feedbackId }) => feedbackId)).toEqual(["a"]);
  });

  it("keeps one rating per user and type; or else per session, or else per holder of the token", async () => {
    const project = await testProject();
    const send = (fields: Record<string, unknown>) =>
      rate(project, body({ interaction_id: "i", ...inline, ...fields }));
    const created = [
      (await send({ user_id: "u" })).created,
      (await send({ user_id: "u", session_id: "s2", rating_value: 0 })).created,
      (await send({ user_id: "v" })).created,
      (await send({ session_id: "s" })).created,
      (await send({ session_id: "s", rating_value: 0 })).created,
      (await send({})).created,
      (await send({ rating_value: 0 })).created,
      (await send({ user_id: "u", rating_type: "stars", rating_value: 4 })).created,
    ];
    expect(created).toEqual([true, false, true, true, false, true, false, true]);
    expect(await rowsOf(project)).toHaveLength(5);
  });

  it("stores a rating once, however many retries arrive at the same time", async () => {
    const project = await testProject();
    const sent = body({ interaction_id: "i", ...inline, feedback_id: "fb-1", user_id: "u" });
    const receipts = await Promise.all(Array.from({ length: 16 }, () => rate(project, sent)));
    expect(new Set(receipts.map((receipt) => receipt.feedbackId))).toEqual(new Set(["fb-1"]));
    expect(await rowsOf(project)).toHaveLength(1);
  });

  it("keeps exactly one of many different ratings that a user sends at once", async () => {
    const project = await testProject();
    const send = (value: number) =>
      rate(project, body({ interaction_id: "i", ...inline, user_id: "u", rating_value: value }));
    const receipts = await Promise.all(Array.from({ length: 16 }, (_, index) => send(index % 2)));
    expect(receipts.filter((receipt) => receipt.created)).toHaveLength(1);
    expect(await rowsOf(project)).toHaveLength(1);
  });

  it("gives a late retry the original response and does not undo later ratings", async () => {
    const project = await testProject();
    const send = (id: string, value: number) =>
      rate(
        project,
        body({ interaction_id: "i", ...inline, user_id: "u", feedback_id: id, rating_value: value }),
      );
    const first = await send("a", 1);
    const second = await send("b", 0);
    const third = await send("c", 1);
    expect([first, second, third].map(({ created }) => created)).toEqual([true, false, false]);
    expect(await send("a", 1)).toMatchObject({ created: true, outcome: "unchanged", feedbackId: "a" });
    expect(await send("b", 0)).toMatchObject({ created: false, outcome: "unchanged", feedbackId: "a" });
    expect((await rowsOf(project)).map((row) => row.ratingValue)).toEqual([1]);
    await withdrawFeedback(serverOf(project), "a");
    await send("c", 1);
    expect(await rowsOf(project), "a retry does not bring back what was taken back").toHaveLength(0);
  });

  it("keeps a newer rating when an older one arrives later as history", async () => {
    const project = await testProject();
    const send = (value: number, created_at?: string) =>
      rate(project, body({ interaction_id: "i", ...inline, user_id: "u", rating_value: value, created_at }));
    await send(1, "2026-03-01T00:00:00Z");
    expect((await send(0, "2026-01-01T00:00:00Z")).outcome).toBe("superseded");
    expect((await send(0, "2026-05-01T00:00:00Z")).outcome).toBe("replaced");
    const [row] = await rowsOf(project);
    expect(row).toMatchObject({ ratingValue: 0, updatedAt: new Date("2026-05-01T00:00:00Z") });
  });

  it("rejects a feedback_id that was used for a different rating", async () => {
    const project = await testProject();
    const send = (fields: Record<string, unknown>) =>
      rate(project, body({ interaction_id: "i", feedback_id: "fb-1", ...fields }));
    await send({ ...inline, user_id: "u" });
    await expect(send({ user_id: "v" })).rejects.toMatchObject({ code: "id_reused", status: 422 });
    await expect(send({ user_id: "u", rating_value: 0 })).rejects.toMatchObject({ code: "id_reused" });
    const { feedbackId } = await rate(project, body({ interaction_id: "i", user_id: "w" }));
    const stolen = rate(project, body({ interaction_id: "i", user_id: "x", feedback_id: feedbackId }));
    await expect(stolen).rejects.toMatchObject({ code: "id_reused" });
    expect(await rowsOf(project)).toHaveLength(2);
  });

  it("gives each rating of a batch its own result, even if the batch rates the same thing twice", async () => {
    const project = await testProject();
    const outcomes = await recordFeedback(project, [
      body({ interaction_id: "i", ...inline, user_id: "u" }),
      body({ interaction_id: "nowhere", user_id: "u" }),
      body({ interaction_id: "i", user_id: "u", rating_value: 0 }),
    ]);
    expect(outcomes).toMatchObject([{ created: true }, { outcome: "waiting" }, { created: false }]);
    expect((await rowsOf(project)).map((row) => row.ratingValue)).toEqual([0]);
  });

  it("withdraws a rating, and reports if there is none", async () => {
    const project = await testProject();
    const { feedbackId } = await rate(project, body({ interaction_id: "i", ...inline }));
    await withdrawFeedback(serverOf(project), feedbackId);
    expect(await rowsOf(project)).toHaveLength(0);
    await expect(withdrawFeedback(serverOf(project), feedbackId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the list filtered by feedback", () => {
  it("finds interactions by each type of rating", async () => {
    const project = await testProject();
    const send = (interactionId: string, fields: Record<string, unknown>) =>
      rate(project, body({ interaction_id: interactionId, ...inline, ...fields }));
    await send("up", {});
    await send("down", { rating_value: 0, rating_categories: ["too_long"], feedback_comment: "Long" });
    await send("edit", { rating_type: "correction", rating_value: undefined, correction_text: "Shorter" });
    await send("stars", { rating_type: "stars", rating_value: 2 });
    const idsBy = async (filter: { rating?: RatingFilter; category?: string }) =>
      (await listInteractions(project.projectId, filter)).data.map((line) => line.interactionId).sort();
    expect(await idsBy({ rating: "up" })).toEqual(["up"]);
    expect(await idsBy({ rating: "down" })).toEqual(["down"]);
    expect(await idsBy({ rating: "correction" })).toEqual(["edit"]);
    expect(await idsBy({ rating: "stars" })).toEqual(["stars"]);
    expect(await idsBy({ rating: "comment" })).toEqual(["down"]);
    expect(await idsBy({ rating: "rated" })).toEqual(["down", "edit", "stars", "up"]);
    expect(await idsBy({ rating: "unrated" })).toEqual([]);
    expect(await idsBy({ category: "too_long" })).toEqual(["down"]);
  });
});
