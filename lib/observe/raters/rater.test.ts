import { expect, it } from "vitest";
import { holderOf, toRater, userOfRater } from "./rater.ts";

const hash = (id: string) => `#${id}`;

it.each([
  [{ userHash: "#u", sessionId: "s", deviceId: "d" }, "user:#u"],
  [{ sessionId: "s", deviceId: "d" }, "session:#s"],
  [{ userHash: null, sessionId: null, deviceId: "d" }, "device:#d"],
  [{}, "token"],
])("for %j, the rater is %s", (identity, rater) => {
  expect(toRater(identity, hash)).toBe(rater);
});

it.each([
  [{ userHash: "#u", sessionId: "s" }, "user:#u"],
  [{ userHash: null, sessionId: "s" }, "session:#s"],
  [{ userHash: null, sessionId: null }, null],
])("an answer with %j was given to %s", (named, holder) => {
  expect(holderOf(named, hash)).toBe(holder);
});

it("recognizes raters that are users", () => {
  expect(["user:#u", "session:#s", "device:#d", "token"].map(userOfRater)).toEqual([
    "#u",
    undefined,
    undefined,
    undefined,
  ]);
});
