import { expect, it } from "vitest";
import { raterOf } from "./rater.ts";

it.each([
  [{ userId: "u", sessionId: "s" }, "user:#u"],
  [{ sessionId: "s" }, "session:#s"],
  [{}, "token"],
])("of %j the rater is %s", (identity, rater) => {
  expect(raterOf(identity, (text) => `#${text}`)).toBe(rater);
});
