import { expect, it } from "vitest";
import { formatEdit } from "./edit.ts";

it("says how an edit came about", () => {
  const edit = { words_kept: 3, edit_distance: 1, time_spent_ms: 12_340, trigger: "submit" };
  expect(formatEdit(edit)).toBe("1 word changed · 12.3 s of editing · submitted by the user");
  expect(formatEdit({ time_spent_ms: 500, trigger: "leave" })).toBe(
    "500 ms of editing · captured when the user left the page",
  );
});

it.each([null, undefined, 3, "x", [], {}, { trigger: 7, time_spent_ms: "x" }])(
  "says nothing of %j",
  (edit) => {
    expect(formatEdit(edit)).toBe("");
  },
);
