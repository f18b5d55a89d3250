import { describe, expect, it } from "vitest";
import { refusal } from "./send-json.ts";

describe("refusal", () => {
  it.each([
    ["the detail of a problem", { title: "Conflict", detail: "Taken." }, "Taken.", {}],
    ["better-auth's message", { message: "Invalid email or password" }, "Invalid email or password", {}],
    ["the title where there is no detail", { title: "Conflict" }, "Conflict", {}],
    ["the status where there is nothing", null, "The request failed (status 409).", {}],
    [
      "field errors by field, the first of each, as sentences",
      {
        detail: "name: must not be empty",
        errors: [
          { path: "name", message: "must not be empty" },
          { path: "allowed_origins.0", message: "must be an origin" },
          { path: "allowed_origins.1", message: "is not known" },
          { path: "note", message: "has too many characters" },
          { path: "text", message: "line 1, column 4: “{{” is never closed" },
          { path: 3 },
        ],
      },
      "Check the highlighted fields.",
      {
        ...{ name: "Must not be empty.", allowed_origins: "Must be an origin." },
        ...{ note: "It has too many characters.", text: "Line 1, column 4: “{{” is never closed." },
      },
    ],
  ])("says %s", (_, json, message, fields) => {
    expect(refusal(409, json)).toMatchObject({ ok: false, status: 409, message, fields, problem: json });
  });

  it("has the errors of a list by whole path, too", () => {
    const errors = [
      { path: "arms.0.variant", message: "must not be empty" },
      { path: "arms.1.variant", message: "must not repeat “a”" },
    ];
    expect(refusal(400, { errors })).toMatchObject({
      fields: { arms: "Must not be empty." },
      paths: { "arms.0.variant": "Must not be empty.", "arms.1.variant": "Must not repeat “a”." },
    });
  });
});
