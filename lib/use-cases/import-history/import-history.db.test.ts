import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { knownInteractions } from "#lib/observe/interactions/index.ts";
import { newId } from "#lib/platform/ids.ts";
import { createProject } from "#lib/platform/projects/create-project.ts";
import { type ProjectContext, projectContext } from "#lib/platform/projects/project-context.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type ImportRequest, importHistory, type Refusal } from "./index.ts";

const database = testDatabase();
const OASST = resolve("../shared/data/oasst-en-100-trees.jsonl");
let folder = "";
let project: ProjectContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whetstone-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  const organizationId = newId();
  await database.client().organization.create({ data: { id: organizationId, name: "Ours" } });
  const { projectId } = await database
    .client()
    .$transaction((tx) => createProject(tx, organizationId, "History"));
  project = projectContext(await database.client().project.findUniqueOrThrow({ where: { projectId } }));
});

const run = (file: string, more: Partial<ImportRequest> = {}) =>
  importHistory({ file, from: "api", project, dataDir: folder, findKnown: knownInteractions, ...more });

async function fileOf(lines: readonly (object | string)[], name = `${newId()}.jsonl`): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return path;
}

async function rows() {
  const [row] = await database.client().$queryRaw<Record<string, number>[]>`
    SELECT (SELECT count(*) FROM interactions WHERE project_id = ${project.projectId}::uuid)::int AS interactions,
      count(*)::int AS ratings,
      count(*) FILTER (WHERE rating_value = 1)::int AS up,
      count(*) FILTER (WHERE rating_value = 0)::int AS down
    FROM feedback WHERE project_id = ${project.projectId}::uuid`;
  return row;
}

const interaction = (id: string) => ({
  interaction_id: id,
  feature_name: "f",
  response_text: `r ${id}`,
  model_name: "m",
});
const rating = (id: string, user: string) => ({
  interaction_id: id,
  rating_type: "binary",
  rating_value: 1,
  user_id: user,
});

describe.skipIf(!existsSync(OASST))(
  "the conversation trees of shared/data (skipped where the file is not there)",
  () => {
    it("give 687 interactions and 1,226 ratings, and importing again changes nothing", async () => {
      const stored = { interactions: 687, ratings: 1226, up: 854, down: 372 };
      const first = await run(OASST, { from: "oasst" });
      expect(first).toEqual({
        tally: { interactions: 687, ratings: 1226, preferences: 0, present: 0, waiting: 0, refusedLines: 0 },
        lines: 100,
        finished: true,
      });
      expect(await rows()).toEqual(stored);
      const again = await run(OASST, { from: "oasst" });
      expect(again.tally).toEqual({
        interactions: 0,
        ratings: 0,
        preferences: 0,
        present: 1913,
        waiting: 0,
        refusedLines: 0,
      });
      expect(await rows()).toEqual(stored);
    });
  },
);

describe("a file of the API's own JSON", () => {
  it("is stored whole: interactions, their ratings, and interactions inline in ratings", async () => {
    const file = await fileOf([
      interaction("a"),
      rating("a", "u1"),
      rating("a", "u2"),
      "",
      { ...interaction("b"), ...rating("b", "u1") },
      { ...interaction("b"), ...rating("b", "u2") },
    ]);
    const { tally } = await run(file);
    expect(tally).toEqual({
      interactions: 2,
      ratings: 4,
      preferences: 0,
      present: 0,
      waiting: 0,
      refusedLines: 0,
    });
    expect(await rows()).toMatchObject({ interactions: 2, ratings: 4 });
    expect((await run(file)).tally).toEqual({
      interactions: 0,
      ratings: 0,
      preferences: 0,
      present: 5,
      waiting: 0,
      refusedLines: 0,
    });
  });

  it("keeps the time at which an answer was given and rated", async () => {
    const at = "2026-01-05T10:00:00.000Z";
    await run(
      await fileOf([
        { ...interaction("a"), created_at: at },
        { ...rating("a", "u"), created_at: at },
      ]),
    );
    const where = { projectId: project.projectId };
    const stored = await database.client().interaction.findFirst({ where, include: { feedback: true } });
    expect([stored?.createdAt, stored?.feedback[0]?.createdAt].map((date) => date?.toISOString())).toEqual([
      at,
      at,
    ]);
  });

  it("refuses bad lines by number and stores the others", async () => {
    const seen: Refusal[] = [];
    const file = await fileOf([
      "{",
      interaction("a"),
      { ...rating("a", "u1"), rating_value: 7 },
      rating("nowhere", "u1"),
      { ...rating("half", "u1"), response_text: "no model" },
      rating("a", "u1"),
      { ...interaction("a"), response_text: "another answer under the same id" },
    ]);
    const { tally, finished } = await run(file, { onRefused: (refusals) => void seen.push(...refusals) });
    expect(tally).toEqual({
      interactions: 1,
      ratings: 1,
      preferences: 0,
      present: 0,
      waiting: 1,
      refusedLines: 4,
    });
    expect(finished).toBe(true);
    expect(seen.map(({ line }) => line)).toEqual([1, 3, 5, 7]);
    expect(seen.map(({ reason }) => reason)).toEqual([
      "is not valid JSON",
      "rating_value: must be 0 or 1 for binary ratings",
      expect.stringContaining("feature_name, model_name"),
      expect.stringContaining("was already used with different content"),
    ]);
  });

  it("gives lines without ids the same ids every time", async () => {
    const { interaction_id: _, ...nameless } = interaction("x");
    const file = await fileOf([nameless, nameless]);
    expect((await run(file)).tally).toMatchObject({ interactions: 2, present: 0 });
    expect((await run(file)).tally).toMatchObject({ interactions: 0, present: 2 });
  });
});

describe("an import that was broken off", () => {
  const lines = Array.from({ length: 700 }, (_, index) => [
    interaction(`i${index}`),
    rating(`i${index}`, "u"),
  ]).flat();
  const whole = { interactions: 700, ratings: 700, preferences: 0, present: 0, waiting: 0, refusedLines: 0 };

  it("goes on after the last stored batch, and counts the file as one", async () => {
    const file = await fileOf(lines);
    const stop = new AbortController();
    const half = await run(file, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(half).toMatchObject({ finished: false, lines: 500 });
    const starts: number[] = [];
    const rest = await run(file, { onStart: (start) => void starts.push(start.lines) });
    expect(starts).toEqual([500]);
    expect(rest).toEqual({ tally: whole, lines: 1400, finished: true });
    expect(await rows()).toMatchObject({ interactions: 700, ratings: 700 });
    expect(await readdir(join(folder, "imports"))).toEqual([]);
  });

  it("by a fault loses nothing and stores nothing twice", async () => {
    const file = await fileOf(lines);
    const findKnown: ImportRequest["findKnown"] = async (projectId, ids) => {
      if (ids.includes("i300")) throw new Error("the cable was pulled");
      return knownInteractions(projectId, ids);
    };
    await expect(run(file, { findKnown })).rejects.toThrow("the cable was pulled");
    expect(await run(file)).toEqual({ tally: whole, lines: 1400, finished: true });
    expect(await rows()).toMatchObject({ interactions: 700, ratings: 700 });
  });
});

describe("scores and preferences of another tool", () => {
  /** Made up in the shape of an export: the product's own verdicts, a graded scale, an exact match, a comparison. */
  const exported = [
    { ...interaction("qa-1"), session_id: "chat-1" },
    { ...interaction("qa-2"), session_id: "chat-1" },
    { rating_type: "score", score_name: "task solved", score_value: true, session_id: "chat-1" },
    { rating_type: "score", score_name: "task solved", score_value: 0, session_id: "chat-2" },
    {
      rating_type: "score",
      score_name: "quality",
      score_label: "3 - mostly right",
      interaction_id: "qa-1",
      user_id: "u",
    },
    { rating_type: "score", score_name: "exact match", score_value: 0.5, interaction_id: "qa-1" },
    { rating_type: "score", score_name: "exact match", score_label: "no", interaction_id: "qa-2" },
    { rating_type: "binary", rating_value: 1, interaction_id: "qa-2", source: "reviewer" },
    { preferred_id: "qa-1", rejected_id: "qa-2", user_id: "u" },
    { preferred_id: "qa-2", rejected_id: "qa-1", tie: true, user_id: "v" },
    { preferred_id: "qa-1", rejected_id: "qa-9", user_id: "u" },
    { preferred_id: "qa-1", rejected_id: "qa-1" },
  ];

  it("have a place: of a session, by name, by whom; what contradicts itself is told by its line", async () => {
    const file = await fileOf(exported);
    const refusals: Refusal[] = [];
    const { tally } = await run(file, { onRefused: (refused) => void refusals.push(...refused) });
    expect(tally).toMatchObject({
      ...{ interactions: 2, ratings: 4, preferences: 2, waiting: 2, refusedLines: 2 },
    });
    expect(refusals).toMatchObject([
      { line: 7, reason: expect.stringContaining("score_label") },
      { line: 12, reason: expect.stringContaining("rejected_id") },
    ]);
    expect((await run(file)).tally).toMatchObject({ ratings: 0, preferences: 0, present: 8 });
    const stored = await database.client().feedback.findMany({
      where: { projectId: project.projectId },
      select: { scoreName: true, scoreType: true, scoredSession: true, interactionId: true, source: true },
      orderBy: { scoreName: "asc" },
    });
    expect(stored).toEqual([
      { scoreName: "", scoreType: null, scoredSession: "", interactionId: "qa-2", source: "reviewer" },
      {
        scoreName: "exact match",
        scoreType: "number",
        scoredSession: "",
        interactionId: "qa-1",
        source: "user",
      },
      {
        scoreName: "quality",
        scoreType: "category",
        scoredSession: "",
        interactionId: "qa-1",
        source: "user",
      },
      {
        scoreName: "task solved",
        scoreType: "boolean",
        scoredSession: "chat-1",
        interactionId: "qa-2",
        source: "user",
      },
    ]);
  });
});
