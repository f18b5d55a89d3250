import { expect, it } from "vitest";
import { type RatingParts, ratingFaults } from "./rating-faults.ts";

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
];

it.each(cases)("%j has faults in %j", (rating, fields) => {
  expect(ratingFaults(rating).map(({ path }) => path)).toEqual(fields);
});
