import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { collectMixed } from "../ingest/index.ts";
import { type InteractionFilter, listInteractions } from "./index.ts";

testDatabase();

let project: TestProject;

const hour = (at: number) => new Date(Date.UTC(2026, 10, 3, at)).toISOString();
const answer = (id: string, more: object = {}) => ({
  ...{
    type: "interaction",
    interaction_id: id,
    feature_name: "f",
    model_name: "m",
    response_text: "An answer",
  },
  ...more,
});
const rating = (id: string, user: string, more: object) => ({
  ...{ type: "feedback", interaction_id: id, user_id: user },
  ...more,
});
const thumb = (value: 0 | 1, ...rating_categories: string[]) => ({
  ...{ rating_type: "binary", rating_value: value },
  rating_categories,
});

beforeAll(async () => {
  project = await testProject();
  await collectMixed(serverOf(project), [
    answer("torn", {
      created_at: hour(8),
      prompt_template: "t",
      prompt_version: "v1",
      response_latency_ms: 9,
    }),
    rating("torn", "a", thumb(0, "long")),
    rating("torn", "b", thumb(1, "wrong")),
    rating("torn", "c", thumb(0, "long", "wrong")),
    answer("stars", { created_at: hour(9), prompt_template: "t", cost_usd: 0.1 }),
    rating("stars", "a", { rating_type: "stars", rating_value: 2, rating_categories: ["long"] }),
    rating("stars", "b", thumb(0)),
    answer("words", { created_at: hour(10), prompt_version: "v1", output_tokens: 3 }),
    rating("words", "a", { rating_type: "comment", feedback_comment: "Hm" }),
    rating("words", "b", { rating_type: "comment", rating_categories: ["wrong"] }),
    rating("words", "c", { ...thumb(1), feedback_comment: "Good" }),
    answer("quiet", { created_at: hour(11) }),
  ]);
});

const list = async (filter: InteractionFilter) => {
  const { data, count } = await listInteractions(project.projectId, { ...filter, counted: true });
  return { ids: data.map(({ interactionId }) => interactionId), count };
};

describe("a list and its count cover the same ratings", () => {
  it.each<[string, InteractionFilter, string[], number | null]>([
    ["all", {}, ["quiet", "words", "stars", "torn"], null],
    ["thumbs of either kind", { rating: "thumbs" }, ["words", "stars", "torn"], 5],
    ["thumbs down, of which one answer has two", { rating: "down" }, ["stars", "torn"], 3],
    ["every rating", { rating: "rated" }, ["words", "stars", "torn"], 8],
    ["what says something in words", { rating: "comment" }, ["words"], 2],
    ["a category of any rating", { category: "long" }, ["stars", "torn"], 3],
    ["a category of a thumb down, not one beside it", { category: "long", rating: "down" }, ["torn"], 2],
    ["a category of a thumb up", { category: "wrong", rating: "up" }, ["torn"], 1],
    ["a category of a thumb up that only another rating names", { category: "long", rating: "up" }, [], 0],
    ["two categories of one rating", { category: "long", withCategory: "wrong" }, ["torn"], 1],
    ["no rating", { rating: "unrated" }, ["quiet"], null],
    ["a known latency", { has: "latency" }, ["torn"], null],
    ["a known cost", { has: "cost" }, ["stars"], null],
    ["known tokens", { has: "tokens" }, ["words"], null],
    ["a template without a version", { promptTemplate: "t", promptVersion: "" }, ["stars"], null],
    ["a version without a template", { promptTemplate: "", promptVersion: "v1" }, ["words"], null],
    ["no prompt", { promptTemplate: "", promptVersion: "" }, ["quiet"], null],
    ["an hour", { from: new Date(hour(9)), to: new Date(hour(10)) }, ["stars"], null],
    [
      "an hour and thumbs",
      { from: new Date(hour(8)), to: new Date(hour(10)), rating: "thumbs" },
      ["stars", "torn"],
      4,
    ],
  ])("%s", async (_, filter, ids, ratings) => {
    expect(await list(filter)).toEqual({ ids, count: { interactions: ids.length, ratings, complete: true } });
  });

  it("counts beyond the page", async () => {
    const { ids, count } = await list({ rating: "thumbs", limit: 1 });
    expect(ids).toEqual(["words"]);
    expect(count).toEqual({ interactions: 3, ratings: 5, complete: true });
  });
});
