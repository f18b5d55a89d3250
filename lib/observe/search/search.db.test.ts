import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type Facts, findInteractions, indexNewest, parseWords } from "./index.ts";
import { answer, collecting } from "./testing/collecting.ts";

testDatabase();

const { projectId, collect, index } = collecting();
const find = async (text: string | null, facts: Facts = {}, limit = 50, inProject = projectId()) => {
  const words = text === null ? null : await parseWords(text);
  const asked = { words, facts, since: undefined, until: undefined, after: undefined, limit };
  return findInteractions(inProject, asked);
};
const ids = async (text: string | null, facts?: Facts, inProject?: string) =>
  (await find(text, facts, undefined, inProject)).found.map(({ id }) => id).sort();

describe("the search covers", () => {
  it.each([
    ["input", { input: "about the zebra" }],
    ["response", { response_text: "the Zebra says" }],
    ["prompt", { prompt_text: "answer as a ZEBRA" }],
  ])("the %s", async (_, fields) => {
    await collect({ ...answer, ...fields, interaction_id: "i" }, { ...answer, interaction_id: "other" });
    await index();
    expect(await ids("zebra")).toEqual(["i"]);
  });

  it.each([
    ["a comment", { rating_type: "comment", feedback_comment: "no zebra here" }],
    ["a correction", { rating_type: "correction", correction_text: "the zebra" }],
    ["a comment on a thumb", { rating_type: "binary", rating_value: 0, feedback_comment: "zebra" }],
  ])("%s, from its arrival to its withdrawal", async (_, rating) => {
    await collect({ ...answer, interaction_id: "i" });
    await index();
    await collect({ type: "feedback", feedback_id: "x", interaction_id: "i", user_id: "u", ...rating });
    await index();
    expect(await ids("zebra")).toEqual(["i"]);
    await db().feedback.deleteMany({ where: { projectId: projectId() } });
    await db().$executeRaw`INSERT INTO search_marks (project_id, minute, interaction_id)
      VALUES (${projectId()}::uuid, now(), 'i')`;
    await index();
    expect(await ids("zebra")).toEqual([]);
  });

  it("the comment on a highlighted passage", async () => {
    await collect({ ...answer, interaction_id: "i" });
    await collect({ type: "annotation", interaction_id: "i", quote: { exact: "An" }, comment: "zebra?" });
    await index();
    expect(await ids("zebra")).toEqual(["i"]);
  });

  it("no other project, and nothing that was deleted", async () => {
    await collect({ ...answer, interaction_id: "i", input: "zebra" });
    await index();
    const other = await testProject();
    expect(await ids("zebra", {}, other.projectId)).toEqual([]);
    await db().interaction.deleteMany({ where: { projectId: projectId() } });
    expect(await ids("zebra")).toEqual([]);
  });

  it("an inline interaction, once it is logged in full", async () => {
    await collect({
      ...{ type: "feedback", interaction_id: "i", rating_type: "binary", rating_value: 1 },
      ...{ feature_name: "f", model_name: "m", response_text: "An answer" },
    });
    await index();
    expect(await ids(null, { rating: "up" })).toEqual(["i"]);
    await collect({ ...answer, interaction_id: "i", input: "zebra" });
    await index();
    expect(await ids("zebra", { rating: "up" })).toEqual(["i"]);
  });
});

describe("feedback with very many words", () => {
  const words = (seed: string, count: number) => Array.from({ length: count }, (_, at) => `${seed}${at}`);

  it("is found by words of the answer, and by the first 40 others", async () => {
    const own = words("own", 60);
    await collect({ ...answer, interaction_id: "i", response_text: own.join(" ") });
    await collect({
      ...{ type: "feedback", interaction_id: "i", rating_type: "correction", user_id: "u" },
      correction_text: [...words("new", 60), ...own, "zebra"].join(" "),
    });
    await index();
    expect(await ids("own59 new0 new39 ")).toEqual(["i"]);
    expect(await ids("new40 ")).toEqual([]);
    expect(await ids("zebra ")).toEqual([]);
  });

  it("is found by every listed category, and by a limited number of others", async () => {
    await collect({ ...answer, interaction_id: "i" });
    const said = (raterNumber: number, ratingCategories: string[]) =>
      rateAnswer(projectId(), {
        ...{ interactionId: "i", rater: `user:${raterNumber}`, ratingType: "binary" as const },
        ...{ ratingValue: 0, ratingCategories },
      });
    for (const rater of [0, 1, 2]) await said(rater, words(`invented${rater}x`, 20));
    await said(3, ["too_long"]);
    await index();
    const found = async (category: string) => (await ids(null, { category })).length;
    const invented = [0, 1, 2].flatMap((rater) => words(`invented${rater}x`, 20));
    let sum = 0;
    for (const category of invented) sum += await found(category);
    expect(sum).toBe(40);
    expect(await found("too_long")).toBe(1);
  });
});

describe("a search", () => {
  beforeEach(async () => {
    await collect(
      { ...answer, interaction_id: "late", input: "Why is my refund late?" },
      { ...answer, interaction_id: "policy", input: "The refund policy, please" },
      { ...answer, interaction_id: "cjk", input: "请说明退款政策" },
      { ...answer, interaction_id: "umlaut", input: "Die „ÄPFEL“ von Straße—7…" },
    );
    await index();
  });

  it.each([
    ["refund", ["late", "policy"]],
    ["REFUND", ["late", "policy"]],
    ["refu", ["late", "policy"]],
    ["refu ", []],
    ["refund late", ["late"]],
    ["late or policy", ["late", "policy"]],
    ["refund -late", ["policy"]],
    ['"refund policy"', ["policy"]],
    ['"policy refund"', []],
    ["refund pol", ["policy"]],
    ["退款", ["cjk"]],
    ["款退", []],
    ["äpfel", ["umlaut"]],
    ["straß", ["umlaut"]],
    ["“refund policy”", ["policy"]],
    ["=feature:f", []],
  ])("%j finds %j", async (text, expected) => {
    expect(await ids(text)).toEqual(expected);
  });

  it.each(["", "   ", "???", "'", '"', "''", "\\", "!", "-", "&|!():*<->", "\u0000", "<>", "😀", "' | 'x"])(
    "%j is not an error",
    async (text) => {
      await expect(find(text)).resolves.toMatchObject({ complete: true });
    },
  );

  it("that only excludes words finds the rest", async () => {
    expect(await ids("-refund")).toEqual(["cjk", "umlaut"]);
  });
});

describe("facts", () => {
  it("are found one by one and together, and follow changes", async () => {
    const full = {
      ...{ prompt_template: "t", prompt_version: "v 1's", tenant: "a\\b", language: "de", segment: "trial" },
      ...{ session_id: "s", variant: "b", response_latency_ms: 3_500 },
    };
    await collect({ ...answer, ...full, interaction_id: "i" }, { ...answer, interaction_id: "other" });
    await collect(
      {
        ...{ type: "feedback", interaction_id: "i", rating_type: "binary", rating_value: 0 },
        ...{ rating_categories: ["too_long", "wrong"], user_id: "u" },
      },
      { type: "signal", interaction_id: "i", signal: "copy" },
    );
    await index();
    const facts: Facts[] = [
      ...[
        { template: "t" },
        { version: "v 1's" },
        { tenant: "a\\b" },
        { language: "de" },
        { segment: "trial" },
      ],
      ...[{ session: "s" }, { variant: "b" }, { slow: "3000" }, { rating: "down" }, { rating: "rated" }],
      ...[{ category: "wrong" }, { signal: "copy" }, { feature: "f", model: "m", tenant: "a\\b" }],
    ];
    for (const one of facts) expect(await ids(one.feature ? "answer" : null, one)).toEqual(["i"]);
    for (const one of [{ slow: "10000" }, { rating: "up" }, { rating: "comment" }, { category: "x" }])
      expect(await ids(null, one)).toEqual([]);
    expect(await ids(null, { rating: "unrated" })).toEqual(["other"]);
    await collect({
      ...{ type: "feedback", interaction_id: "i", rating_type: "binary", rating_value: 1, user_id: "u" },
    });
    await index();
    expect(await ids(null, { rating: "down" })).toEqual([]);
    expect(await ids(null, { rating: "up" })).toEqual(["i"]);
  });
});

describe("a long list", () => {
  it("is found once, newest first, over years, even if many have the same time", async () => {
    const at = (n: number) => new Date(Date.UTC(2026, 10, 1) - (Math.floor(n / 3) * 7) ** 3 * 60_000);
    await collect(
      ...Array.from({ length: 60 }, (_, n) => ({
        ...{ ...answer, interaction_id: `i${n}`, input: "zebra", created_at: at(n).toISOString() },
      })),
    );
    await index();
    const words = await parseWords("zebra");
    const seen: string[] = [];
    let after: { at: Date; id: string } | undefined;
    for (;;) {
      const asked = { words, facts: {}, since: undefined, until: undefined, after, limit: 7 };
      const { found, atLeast, complete } = await findInteractions(projectId(), asked);
      expect(atLeast).toBeGreaterThanOrEqual(found.length);
      seen.push(...found.slice(0, 7).map(({ id }) => id));
      after = found[6];
      if (found.length < 8) {
        expect(complete).toBe(true);
        break;
      }
    }
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(seen[0]).toBe("i2");
  });

  it("is indexed in parts, newest first, and by many at once", async () => {
    const minute = (n: number) => new Date(Date.UTC(2026, 9, 1, 0, n)).toISOString();
    await collect(
      ...Array.from({ length: 400 }, (_, n) => ({
        ...{ ...answer, interaction_id: `i${n}`, input: "zebra", created_at: minute(n % 40) },
      })),
    );
    expect(await indexNewest(projectId())).toEqual({ documents: 300, more: true });
    expect((await find("zebra")).found[0]).toMatchObject({ at: new Date(minute(39)) });
    await Promise.all([index(), index(), index()]);
    expect(await db().searchDocument.count({ where: { projectId: projectId() } })).toBe(400);
    expect(await db().searchMark.count({ where: { projectId: projectId() } })).toBe(0);
  });

  it("accepts texts that PostgreSQL's parser would scan for minutes", async () => {
    const bad = ["<!--", "&#", "a-", "http://a/", "x.y@", "1e-"].map((part) =>
      part.repeat(99_999 / part.length),
    );
    await collect(
      ...bad.map((text, n) => ({ ...answer, interaction_id: `i${n}`, input: text, response_text: text })),
    );
    const began = performance.now();
    await index();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await find(null, { feature: "f" })).found).toHaveLength(bad.length);
  });

  it("accepts as many distinct words as a text can have", async () => {
    const word = (n: number) => String.fromCodePoint(0x20000 + (n % 40_000));
    const text = Array.from({ length: 33_000 }, (_, n) => `${word(n)}-${word(n + 1)}`)
      .join(" ")
      .slice(0, 99_999);
    const categories = Array.from({ length: 20 }, (_, n) => `${n}${"ü".repeat(60)}`);
    await collect({ ...answer, interaction_id: "i", input: text, response_text: text, prompt_text: text });
    await collect({
      ...{ type: "feedback", interaction_id: "i", rating_type: "correction", correction_text: text },
      ...{ rating_categories: categories },
    });
    await index();
    expect(await ids(null, { rating: "correction" })).toEqual(["i"]);
  });
});
