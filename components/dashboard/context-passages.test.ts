import { describe, expect, it } from "vitest";
import { contextPassages } from "./context-passages.ts";

const bare = { id: null, source: null, score: null, contentVersion: null };

describe("contextPassages", () => {
  it.each([
    ["strings", ["One."], [{ ...bare, text: "One." }]],
    [
      "objects",
      [{ id: "d1", text: "One.", source: "faq", score: 0.8, content_version: "3" }],
      [{ id: "d1", text: "One.", source: "faq", score: 0.8, contentVersion: "3" }],
    ],
    ["an object without a text as JSON", [{ id: "d1" }], [{ ...bare, id: "d1", text: '{\n  "id": "d1"\n}' }]],
    ["nothing", null, []],
    ["what is no list", { a: 1 }, []],
  ])("reads %s", (_, stored, passages) => expect(contextPassages(stored)).toEqual(passages));
});
