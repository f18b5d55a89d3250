import { expect, it } from "vitest";
import { refusalOfAnswer, retryAfter } from "./http-refusal.ts";
import { refusalOfNoAnswer } from "./refusal.ts";

const now = Date.UTC(2026, 0, 5, 10, 0, 0);

it.each([
  ["no header", null, undefined],
  ["seconds", "30", 30],
  ["a date", "Mon, 05 Jan 2026 10:01:30 GMT", 90],
  ["a date that has passed", "Mon, 05 Jan 2026 09:00:00 GMT", 0],
  ["nonsense", "soon", undefined],
])("retryAfter: %s", (_, header, seconds) => {
  expect(retryAfter(header, now)).toBe(seconds);
});

it.each([
  [400, false],
  [403, false],
  [408, true],
  [422, false],
  [429, true],
  [500, true],
  [503, true],
])("status %i can succeed later: %s", (status, retryable) => {
  expect(refusalOfAnswer(new Response(null, { status }), undefined, now).retryable).toBe(retryable);
});

it.each([
  ["its detail", { code: "x", title: "Title", detail: "Detail." }, "x", "Detail."],
  ["its title where there is no detail", { code: "x", title: "Title" }, "x", "Title"],
  [
    "its fields",
    {
      code: "invalid_body",
      detail: "It does not fit.",
      errors: [{ path: "rating_value", message: "must be 0 or 1" }],
    },
    "invalid_body",
    "It does not fit. rating_value: must be 0 or 1.",
  ],
  ["our own words where it is not a problem", "<html>", "http_400", "Something went wrong."],
])("the refusal for a response has %s", (_, body, code, detail) => {
  expect(refusalOfAnswer(new Response(null, { status: 400 }), body, now)).toMatchObject({ code, detail });
});

it("distinguishes a slow server from an unreachable one", () => {
  expect(refusalOfNoAnswer(new DOMException("", "TimeoutError")).code).toBe("timed_out");
  expect(refusalOfNoAnswer(new TypeError("fetch failed")).code).toBe("unreachable");
});
