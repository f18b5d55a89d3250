import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { feedbackOn, feedbackOnQuerySchema, getInteraction } from "./index.ts";

testDatabase();

const at = "2026-11-20T09:00:00Z";
const long = "a word ".repeat(14_000);
let projectId = "";
let interactionId = "";

beforeAll(async () => {
  ({ projectId } = await testProject());
  interactionId = await writeAnswer(projectId, at, {
    retrievedContext: Array.from({ length: 25 }, (_, place) => `${place} ${long}`),
  });
  for (let place = 0; place < 25; place++)
    await rateAnswer(projectId, {
      ...{ interactionId, rater: `user:${place}`, feedbackId: `f${place}`, feedbackComment: long },
      createdAt: new Date(Date.parse(at) + Math.floor(place / 2)),
    });
  await db().annotation.createMany({
    data: Array.from({ length: 25 }, (_, place) => ({
      ...{ projectId, interactionId, annotationId: `a${place}`, quoteExact: "a word", comment: long },
      ...{ fingerprint: new Uint8Array(32), createdAt: at },
    })),
  });
});

const detail = async (firstPassage?: number) => {
  const found = await getInteraction(projectId, interactionId, firstPassage);
  if (!found) throw new Error("it is not there");
  return found;
};

describe("an interaction of several megabytes", () => {
  it("is returned with about a megabyte of each kind, and cursors to the rest", async () => {
    const found = await detail();
    expect(found.feedback).toHaveLength(11);
    expect(found.annotations).toHaveLength(11);
    expect(found.retrievedContext).toHaveLength(11);
    expect(found.passagesLeftOut).toBe(14);
    const rest = await detail(11);
    expect(rest.retrievedContext).toHaveLength(11);
    expect(rest.passagesLeftOut).toBe(3);
    expect(rest.retrievedContext).toMatchObject({ 0: expect.stringMatching(/^11 a word/) });
    const read = feedbackOnQuerySchema.parse({ cursor: found.feedbackCursor });
    const next = await feedbackOn(projectId, interactionId, read);
    expect(next.data).toHaveLength(11);
    const last = await feedbackOn(
      projectId,
      interactionId,
      feedbackOnQuerySchema.parse({ cursor: next.next_cursor }),
    );
    expect(last).toMatchObject({ data: { length: 3 }, next_cursor: null });
    const ids = [...found.feedback.map(({ feedbackId }) => feedbackId)];
    ids.push(...[...next.data, ...last.data].map(({ feedback_id }) => feedback_id));
    expect(new Set(ids).size).toBe(25);
  });

  it("has no context, or an empty one, as logged", async () => {
    const ids = [
      await writeAnswer(projectId, at),
      await writeAnswer(projectId, at, { retrievedContext: [] }),
    ];
    const contexts = ids.map(async (id) => (await getInteraction(projectId, id))?.retrievedContext);
    expect(await Promise.all(contexts)).toEqual([null, []]);
  });
});

describe("a page of ratings", () => {
  it("has as many as requested", async () => {
    const id = await writeAnswer(projectId, at);
    for (const rater of ["a", "b", "c"]) await rateAnswer(projectId, { interactionId: id, rater });
    const page = async (query: object) => feedbackOn(projectId, id, feedbackOnQuerySchema.parse(query));
    expect(await page({})).toMatchObject({ data: { length: 3 }, next_cursor: null });
    const first = await page({ limit: "2" });
    expect(first.data).toHaveLength(2);
    expect((await page({ limit: "2", cursor: first.next_cursor })).data).toHaveLength(1);
  });
});
