import { expect, it } from "vitest";
import { interactionAddress, listAddress, listQuery } from "./list-link.ts";

const search = {
  days: "7",
  feature: "a b",
  q: "late refund",
  cursor: "c",
  other: "x",
  rating: ["down", "up"],
};

it("keeps what the list is asked for, and nothing else", () => {
  expect(listQuery(search)).toBe("days=7&feature=a+b&q=late+refund&rating=down&cursor=c");
  expect(listQuery(search, { place: false })).toBe("days=7&feature=a+b&q=late+refund&rating=down");
  expect(listQuery({})).toBe("");
});

it("leads to an interaction of whatever id and back to its line", () => {
  expect(interactionAddress("/p", "a/b?", "q=x")).toBe("/p/interactions/a%2Fb%3F?q=x");
  expect(interactionAddress("/p", "a", "")).toBe("/p/interactions/a");
  expect(listAddress("/p", "q=x", "a/b")).toBe("/p/interactions?q=x#i-a%2Fb");
  expect(listAddress("/p", "")).toBe("/p/interactions");
});
