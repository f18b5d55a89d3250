import { expect, it } from "vitest";
import { editWords, otherMetadata } from "./edit-words.ts";

it("says how an edit came about", () => {
  const edit = { words_kept: 3, edit_distance: 1, time_spent_ms: 12_340, trigger: "submit" };
  expect(editWords({ edit })).toBe("1 word changed · 12.3 s of editing · sent by the user");
  expect(editWords({ edit: { time_spent_ms: 500, trigger: "leave" } })).toBe(
    "500 ms of editing · taken when the page was left",
  );
});

it.each([null, undefined, 3, "x", [], {}, { edit: null }, { edit: { trigger: 7, time_spent_ms: "x" } }])(
  "says nothing of %j",
  (metadata) => {
    expect(editWords(metadata)).toBe("");
  },
);

it("tells the rest apart", () => {
  expect(otherMetadata({ edit: {}, screen: "a" })).toEqual({ screen: "a" });
  expect(otherMetadata({ edit: {} })).toBeNull();
  expect(otherMetadata(null)).toBeNull();
});
