import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import {
  applyImprovementChange,
  createImprovement,
  findImprovement,
  type Improvement,
  type ImprovementChange,
  improvementChangeSchema,
  keepClaim,
  markRead,
  newImprovementSchema,
  readOutcome,
  readReach,
  tellEverybody,
  tellRater,
} from "./index.ts";
import { earlier, ratedIn, SHIPPED, text } from "./testing/rated-in.ts";

testDatabase();

let project: TestProject;
let projectId: string;
beforeEach(async () => {
  project = await testProject();
  ({ projectId } = project);
});

const make = (sent: object = {}) =>
  createImprovement(
    projectId,
    newImprovementSchema.parse({
      ...{ name: "Postage", scope: { feature: "support" }, shipped_at: SHIPPED, texts: [text], hold_out: 0 },
      ...sent,
    }),
    "Ada",
  );
const change = ({ improvementId }: Improvement, sent: ImprovementChange) =>
  applyImprovementChange(projectId, improvementId, sent, "Ada");
const publish = async (sent: object = {}) => change(await make(sent), { state: "published" });

const rated = (
  rater: string,
  feedback?: Partial<Prisma.FeedbackUncheckedCreateInput>,
  answer?: Partial<Prisma.InteractionUncheckedCreateInput>,
) => ratedIn(projectId, rater, feedback, answer);
const toldTo = async (rater: string) => (await tellRater(projectId, rater)).map((each) => each.improvementId);

describe("whoever complained is told", () => {
  it.each<[string, Parameters<typeof rated>[1], Parameters<typeof rated>[2], boolean]>([
    ["a thumb down", {}, {}, true],
    ["a thumb up", { ratingValue: 1 }, {}, false],
    ["one star", { ratingType: "stars", ratingValue: 1 }, {}, true],
    ["three stars", { ratingType: "stars", ratingValue: 3 }, {}, false],
    [
      "a correction",
      { ratingType: "correction", ratingValue: null, correctionText: "c", editKept: 0.5 },
      {},
      true,
    ],
    ["a draft taken as it is", { ratingType: "correction", ratingValue: null, editKept: 1 }, {}, false],
    ["a reviewer's thumb", { source: "reviewer", rater: "reviewer:user:a" }, {}, false],
    ["a thumb after it shipped", { createdAt: earlier(-1) }, {}, false],
    ["an answer after it shipped", {}, { createdAt: earlier(-1) }, false],
    ["an answer of long ago", {}, { createdAt: earlier(91) }, false],
    ["another feature's answer", {}, { featureName: "search" }, false],
  ])("for %s: %s", async (_, feedback, answer, isTold) => {
    const rater = feedback?.rater ?? "user:a";
    await rated(rater, feedback, answer);
    const { improvementId, people } = await publish();
    expect([await toldTo(rater), people]).toEqual(isTold ? [[improvementId], 1] : [[], 0]);
  });

  it("with one of its categories, in a rating or a highlight", async () => {
    await rated("user:a", { ratingCategories: ["incomplete", "too_long"] });
    await rated("user:b", { ratingCategories: ["too_long"] });
    const interactionId = await rated("user:c", { ratingValue: 1 });
    await db().annotation.create({
      data: {
        ...{ projectId, annotationId: "q", interactionId, quoteExact: "r", category: "incomplete" },
        ...{ rater: "user:c", fingerprint: Buffer.alloc(32), createdAt: earlier(3) },
      },
    });
    const { improvementId, people } = await publish({ categories: ["incomplete"] });
    expect(people).toBe(2);
    expect(await Promise.all(["user:a", "user:b", "user:c"].map(toldTo))).toEqual([
      [improvementId],
      [],
      [improvementId],
    ]);
  });

  it("once a rater, with the last answer they complained about and its language", async () => {
    await rated("user:a", { createdAt: earlier(5) }, { language: "en" });
    const interactionId = await rated("user:a", { createdAt: earlier(2) }, { language: "de" });
    await publish();
    expect(await tellRater(projectId, "user:a")).toMatchObject([
      { interactionId, language: "de", texts: [text] },
    ]);
  });

  it("and nobody else, of this project or another", async () => {
    await rated("user:a");
    await publish();
    expect(await toldTo("user:b")).toEqual([]);
    const other = await testProject();
    expect(await tellRater(other.projectId, "user:a")).toEqual([]);
  });
});

describe("a notice", () => {
  it("is told until it is read, on whatever device, and never again", async () => {
    await rated("user:a");
    await rated("user:b");
    const { improvementId } = await publish();
    expect(await toldTo("user:a")).toEqual([improvementId]);
    expect(await toldTo("user:a")).toEqual([improvementId]);
    await markRead(projectId, "user:a", [improvementId]);
    const first = await readOutcome(projectId, improvementId);
    await markRead(projectId, "user:a", [improvementId]);
    expect(await toldTo("user:a")).toEqual([]);
    expect(await toldTo("user:b")).toEqual([improvementId]);
    expect(first).toMatchObject({ toTell: 2, told: 1, read: 1 });
    await change(await findImprovement(projectId, improvementId), { state: "withdrawn" });
    await change(await findImprovement(projectId, improvementId), { state: "published" });
    expect(await toldTo("user:a")).toEqual([]);
  });

  it("is not read by naming it to somebody who was not told", async () => {
    await rated("user:a");
    const { improvementId } = await publish();
    await markRead(projectId, "user:b", [improvementId, randomUUID()]);
    expect(await toldTo("user:a")).toEqual([improvementId]);
  });

  it("is told of published improvements only", async () => {
    await rated("user:a");
    const draft = await make();
    expect(await toldTo("user:a")).toEqual([]);
    await change(draft, { state: "published" });
    await change(draft, { state: "withdrawn" });
    expect(await toldTo("user:a")).toEqual([]);
  });

  it("never reaches who is held out, always the same, and their coming back is kept", async () => {
    const raters = Array.from({ length: 60 }, (_, at) => `user:${at}`);
    for (const rater of raters) await rated(rater);
    const draft = await make({ hold_out: 0.3 });
    const reach = await readReach(projectId, draft);
    expect(reach).toMatchObject({ people: 60, unknown: 0 });
    expect(reach.heldOut).toBeGreaterThan(8);
    expect(reach.heldOut).toBeLessThan(30);
    const { improvementId } = await change(draft, { state: "published" });
    const told: string[] = [];
    for (const rater of raters) if ((await toldTo(rater)).length > 0) told.push(rater);
    expect(told).toHaveLength(reach.told);
    const heldOut = raters.filter((rater) => !told.includes(rater));
    await markRead(projectId, heldOut[0] ?? "", [improvementId]);
    const createdAt = new Date(Date.now() + 60_000);
    for (const rater of [...told.slice(0, 2), ...heldOut.slice(0, 1)])
      await rated(rater, { createdAt, ratingValue: 1 }, { createdAt });
    expect(await readOutcome(projectId, improvementId)).toEqual({
      ...{ toTell: reach.told, told: reach.told, read: 0, toldAgain: 2 },
      ...{ heldOut: reach.heldOut, wouldBeTold: reach.heldOut, heldOutAgain: 1 },
    });
  });

  it("is not told of what is rated worse since", async () => {
    await rated("user:a");
    const { improvementId } = await publish();
    const figures = { before: 0.8, after: 0.6, low: -0.3, high: -0.1, n: 900 };
    await keepClaim(projectId, improvementId, { verdict: "worse", reason: null, figures });
    expect(await toldTo("user:a")).toEqual([]);
    expect(await findImprovement(projectId, improvementId)).toMatchObject({ silent: "rated_worse" });
    await keepClaim(projectId, improvementId, { verdict: "better", reason: null, figures });
    expect(await tellRater(projectId, "user:a")).toMatchObject([{ claim: { verdict: "better" } }]);
  });
});

it("tells everybody how many people led to it, once they are as many as a cohort", async () => {
  for (let at = 0; at < 9; at++) await rated(`user:${at}`);
  const small = await publish();
  expect(small.people).toBe(9);
  expect(await tellEverybody(projectId, null)).toEqual([]);
  await rated("token");
  const { improvementId, people } = await publish();
  expect(people).toBe(10);
  expect(await tellEverybody(projectId, null)).toMatchObject([
    { improvementId, people: 10, interactionId: null },
  ]);
  expect(await toldTo("token")).toEqual([]);
});

it("tells a device nothing as everybody that it has read, or is held out from", async () => {
  for (let at = 0; at < 10; at++) await rated(`device:${at}`);
  const read = await publish();
  await markRead(projectId, "device:0", [read.improvementId]);
  expect(await tellEverybody(projectId, "device:0")).toEqual([]);
  expect(await tellEverybody(projectId, "device:new")).toHaveLength(1);
  await change(read, { state: "withdrawn" });
  await publish({ hold_out: 0.5 });
  for (let at = 0; at < 10; at++) expect(await tellEverybody(projectId, `device:${at}`)).toEqual([]);
});

describe("what cannot be done is refused", () => {
  it.each<[string, ImprovementChange[], string]>([
    ["publishing without a text", [{ texts: [] }, { state: "published" }], "texts must have a text"],
    ["taking all texts from what is told", [{ state: "published" }, { texts: [] }], "texts must have a text"],
    [
      "changing what is told about",
      [{ state: "published" }, { name: "Other" }],
      "name can be changed in a draft only",
    ],
    ["a time after it shipped", [{ since: new Date("2026-11-21") }], "since must be before shipped_at"],
  ])("%s", async (_, changes, expected) => {
    const improvement = await make();
    const all = async () => {
      for (const each of changes) await change(improvement, each);
    };
    await expect(all()).rejects.toThrow(expected);
  });

  it.each([
    [{ language: "en", title: "Now <b>shorter</b>" }, "must be plain text, but has HTML"],
    [{ language: "en", title: " " }, "must not be empty"],
    [{ language: "en", title: "t".repeat(121) }, "must have at most 120 characters"],
    [{ language: "en", title: "t", description: "d".repeat(501) }, "must have at most 500 characters"],
    [{ language: "en_US!", title: "t" }, "must be a language tag"],
  ])("the text %j", (sent, expected) => {
    const parsed = improvementChangeSchema.safeParse({ texts: [sent] });
    expect(JSON.stringify(parsed.error?.issues)).toContain(expected);
  });

  it("an improvement of another project", async () => {
    const { improvementId } = await make();
    const other = await testProject();
    const none = { code: "not_found" };
    await expect(findImprovement(other.projectId, improvementId)).rejects.toMatchObject(none);
    const step = applyImprovementChange(other.projectId, improvementId, { state: "published" }, "Eve");
    await expect(step).rejects.toMatchObject(none);
  });
});
