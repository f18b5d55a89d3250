import { expect, it } from "vitest";
import { type RatingParts, validateRating } from "./validate-rating.ts";

const cases: [RatingParts, string[]][] = [
  [{ rating_type: "binary", rating_value: 0 }, []],
  [{ rating_type: "binary", rating_value: 1, feedback_comment: "Good" }, []],
  [{ rating_type: "binary", rating_value: 2 }, ["rating_value"]],
  [{ rating_type: "binary", rating_value: 0.5 }, ["rating_value"]],
  [{ rating_type: "binary" }, ["rating_value"]],
  [{ rating_type: "binary", rating_value: 1, correction_text: "x" }, ["correction_text"]],
  [{ rating_type: "stars", rating_value: 1 }, []],
  [{ rating_type: "stars", rating_value: 5 }, []],
  [{ rating_type: "stars", rating_value: 0 }, ["rating_value"]],
  [{ rating_type: "stars", rating_value: 6 }, ["rating_value"]],
  [{ rating_type: "stars", rating_value: 3.5 }, ["rating_value"]],
  [{ rating_type: "stars" }, ["rating_value"]],
  [{ rating_type: "correction", correction_text: "Better" }, []],
  [{ rating_type: "correction" }, ["correction_text"]],
  [{ rating_type: "correction", correction_text: "Better", rating_value: 1 }, ["rating_value"]],
  [{ rating_type: "comment", feedback_comment: "Because" }, []],
  [{ rating_type: "comment", rating_categories: ["too_long"] }, []],
  [{ rating_type: "comment", rating_categories: ["too_long"], feedback_comment: "  " }, []],
  [{ rating_type: "comment", feedback_comment: "  " }, ["feedback_comment"]],
  [{ rating_type: "comment", rating_categories: [] }, ["feedback_comment"]],
  [{ rating_type: "comment" }, ["feedback_comment"]],
  [{ rating_type: "score", score_name: "solved", score_value: true }, []],
  [{ rating_type: "score", score_name: "grade", score_label: "good" }, []],
  [{ rating_type: "score", score_value: 1 }, ["score_name"]],
  [{ rating_type: "score", score_name: "solved" }, ["score_value"]],
  [{ rating_type: "score", score_name: "solved", score_value: 1, score_label: "good" }, ["score_label"]],
  [{ rating_type: "score", score_name: "solved", score_value: 1, rating_value: 1 }, ["rating_value"]],
  [{ rating_type: "binary", rating_value: 1, score_name: "solved" }, ["score_name"]],
];

it.each(cases)("%j has errors in %j", (rating, fields) => {
  const faults = validateRating({ interaction_id: "i", ...rating });
  expect(faults.map(({ path }) => path)).toEqual(fields);
});

it("requires an interaction, or for a score a session", () => {
  const score = { rating_type: "score", score_name: "solved", score_value: true } as const;
  expect(validateRating({ rating_type: "binary", rating_value: 1, session_id: "s" })).toEqual([
    { path: "interaction_id", message: "is required" },
  ]);
  expect(validateRating(score)).toMatchObject([{ path: "interaction_id" }]);
  expect(validateRating({ ...score, session_id: "s" })).toEqual([]);
});
