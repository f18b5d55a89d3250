import { describe, expect, it } from "vitest";
import { refusedLine } from "./line-content.ts";
import { readApiLine } from "./read-api-line.ts";

const interaction = { feature_name: "f", response_text: "r", model_name: "m" };
const rating = { interaction_id: "i", rating_type: "binary", rating_value: 1 };
const read = (value: unknown) => readApiLine(JSON.stringify(value), "own-id");

describe("a line of the API's own JSON", () => {
  it("without rating_type is an interaction", () => {
    const { interactions, ratings, refusals } = read({ ...interaction, interaction_id: "i" });
    expect(interactions).toMatchObject([{ ...interaction, interaction_id: "i" }]);
    expect([ratings, refusals]).toEqual([[], []]);
  });

  it("with rating_type is a rating, and may bring its interaction inline", () => {
    const { interactions, ratings } = read({ ...rating, ...interaction, feedback_id: "f1" });
    expect(ratings).toMatchObject([{ ...rating, ...interaction, feedback_id: "f1" }]);
    expect(interactions).toEqual([]);
  });

  it("with preferred_id is a preference", () => {
    const preference = { preferred_id: "a", rejected_id: "b", tie: true };
    expect(read(preference)).toMatchObject({
      preferences: [{ ...preference, preference_id: "own-id" }],
      interactions: [],
    });
  });

  it("without an id of its own gets one by its place", () => {
    expect(read(interaction).interactions[0]?.interaction_id).toBe("own-id");
    expect(read(rating).ratings[0]?.feedback_id).toBe("own-id");
  });

  it.each([
    ["{", "is not valid JSON"],
    ["[]", "is not a JSON object"],
    ["null", "is not a JSON object"],
    ["7", "is not a JSON object"],
    [
      JSON.stringify({ ...interaction, response_text: "a\0b" }),
      "response_text: must not contain NUL characters",
    ],
    [JSON.stringify({ ...interaction, colour: "red" }), "colour: is not a known parameter"],
    [JSON.stringify({ ...rating, rating_value: 3 }), "rating_value: must be 0 or 1 for binary ratings"],
    [JSON.stringify({ preferred_id: "a", rejected_id: "a" }), "rejected_id: must differ from preferred_id"],
    [
      JSON.stringify({ ...interaction, created_at: "yesterday" }),
      "created_at: must be an ISO 8601 timestamp like 2026-11-21T09:30:00Z",
    ],
  ])("%s is refused: %s", (text, reason) => {
    expect(readApiLine(text, "own-id")).toEqual(refusedLine(reason));
  });

  it("with several faults names each", () => {
    expect(read({ rating_type: "binary", rating_value: 1, interaction_id: "" }).refusals[0]).toContain(
      "interaction_id",
    );
    const [reason] = read({ feature_name: "f" }).refusals;
    expect(reason).toMatch(/response_text: .*; model_name: /);
  });
});
