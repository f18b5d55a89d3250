import { expect, it } from "vitest";
import { pairsTarget, readPairsAddress } from "./pairs-address.ts";

it.each([
  { by: "model", key: ["atlas"], outcome: "preferred" },
  { by: "prompt", key: ["reply", ""], outcome: "tie" },
] as const)("an address asks for the pairs that its figure counts: %j", (asked) => {
  const target = pairsTarget({ base: "/demo", search: { days: "7" } }, asked, 3);
  expect(target).toMatchObject({ count: 3, unit: "pairs" });
  const search = Object.fromEntries(new URLSearchParams(target?.href.split("?")[1]));
  expect(search.days).toBe("7");
  expect(readPairsAddress(search)).toEqual(asked);
});

it("a figure of nothing leads nowhere", () => {
  expect(
    pairsTarget({ base: "/demo", search: {} }, { by: "model", key: ["a"], outcome: "any" }, 0),
  ).toBeUndefined();
});

it.each([
  ...[undefined, "", "x", "[]", '["model"]', '["user","u"]', '["prompt","t"]', '["model",1]'],
  // Escaped, so that the address itself looks well.
  ...['["model","\\u0000"]', '["model","\\ud800"]'],
])("%j asks for no pairs", (of) => {
  expect(readPairsAddress({ of })).toBeNull();
});
