import { expect, it } from "vitest";
import { candidateIsFirst, toVerdict } from "./blind-order.ts";

it.each([
  ["first", true, "candidate"],
  ["second", true, "shown"],
  ["first", false, "shown"],
  ["second", false, "candidate"],
  ["tie", true, "tie"],
  ["tie", false, "tie"],
] as const)("%s, with the candidate first: %s, prefers %s", (better, isFirst, verdict) => {
  expect(toVerdict(better, isFirst)).toBe(verdict);
});

it("the order stays for a reviewer, differs between them, and is even", () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `shadow-${index}`);
  const orderOf = (reviewer: string) => ids.map((id) => candidateIsFirst(id, reviewer));
  expect(orderOf("ann")).toEqual(orderOf("ann"));
  const first = orderOf("ann").filter(Boolean).length;
  expect(first).toBeGreaterThan(440);
  expect(first).toBeLessThan(560);
  const differing = ids.filter((id) => candidateIsFirst(id, "ann") !== candidateIsFirst(id, "bob"));
  expect(differing.length).toBeGreaterThan(440);
  expect(differing.length).toBeLessThan(560);
});
