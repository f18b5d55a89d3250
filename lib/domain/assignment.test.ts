import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assignVariant as assignInPackage } from "#components/feedback/prompts/assignment.ts";
import { type AssignableExperiment, assignVariant } from "./assignment.ts";

type Vectors = AssignableExperiment & { assigned: Record<string, string | null> };

/** The vectors of the page that others write their own by. */
const documented = (): Vectors[] =>
  JSON.parse(/```json\n(.*?)```/s.exec(readFileSync("docs/experiments.md", "utf8"))?.[1] ?? "[]");

it.each([
  ["the server", assignVariant],
  ["the package", assignInPackage],
])("%s assigns as docs/experiments.md says", (_, assign) => {
  const vectors = documented();
  expect(vectors.length).toBeGreaterThan(3);
  for (const { assigned, ...experiment } of vectors)
    for (const [unit, variant] of Object.entries(assigned))
      expect([unit, assign(experiment, unit)]).toEqual([unit, variant]);
});

it("is the same code in the package", () => {
  const code = (path: string) => readFileSync(path, "utf8").replace(/^\/\*\*.*?\*\/\n/s, "");
  expect(code("components/feedback/prompts/assignment.ts")).toBe(code("lib/domain/assignment.ts"));
});

it("draws from the HMAC-SHA-256 of any salt and any message", () => {
  const drawn = (salt: string, message: string) =>
    Number(createHmac("sha256", salt).update(message).digest().readBigUInt64BE() >> 11n) / 2 ** 53;
  for (let length = 0; length < 200; length++) {
    const [salt, unit] = ["é".repeat(length), "ü".repeat(length + 1)];
    const traffic = drawn(salt, `traffic:${unit}`);
    const arms = [{ variant: "a", weight: 1 }];
    expect(assignVariant({ salt, arms, traffic }, unit)).toBeNull();
    expect(assignVariant({ salt, arms, traffic: traffic + 2 ** -53 }, unit)).toBe("a");
  }
});

const USERS = 4_000;
const users = Array.from({ length: USERS }, (_, index) => `user-${index}`);
const experiment = (weights: Record<string, number>, traffic = 1): AssignableExperiment => ({
  ...{ salt: "seed-15", traffic },
  arms: Object.entries(weights).map(([variant, weight]) => ({ variant, weight })),
});
const assign = (given: AssignableExperiment) => users.map((user) => assignVariant(given, user));

/** Five standard errors of a share of the users. */
const MARGIN = 5 * Math.sqrt(0.25 / USERS);

it.each([[{ a: 0.5, b: 0.5 }], [{ a: 0.9, b: 0.1 }], [{ a: 0.2, b: 0.3, c: 0.5, off: 0 }]])(
  "deals the shares of %j",
  (weights) => {
    const dealt = assign(experiment(weights));
    for (const [variant, weight] of Object.entries(weights)) {
      const share = dealt.filter((one) => one === variant).length / USERS;
      expect(Math.abs(share - weight), variant).toBeLessThanOrEqual(weight === 0 ? 0 : MARGIN);
    }
  },
);

/** The share of users who move, and the least that could. */
function moves(before: Record<string, number>, after: Record<string, number>) {
  const [one, other] = [assign(experiment(before)), assign(experiment(after))];
  const moved = one.filter((variant, index) => variant !== other[index]).length / USERS;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const least = names.reduce((sum, name) => sum + Math.max(0, (after[name] ?? 0) - (before[name] ?? 0)), 0);
  return { moved, least };
}

it.each([
  ["two arms shift", { a: 0.5, b: 0.5 }, { a: 0.7, b: 0.3 }],
  ["one arm takes over", { a: 0.1, b: 0.9 }, { a: 1, b: 0 }],
  ["an arm is added", { a: 0.5, b: 0.5 }, { a: 0.4, b: 0.4, c: 0.2 }],
  ["an arm is removed", { a: 0.5, b: 0.3, c: 0.2 }, { a: 0.625, b: 0.375 }],
  ["one of three grows", { a: 0.4, b: 0.3, c: 0.3 }, { a: 0.6, b: 0.2, c: 0.2 }],
])("moves no more users than it must when %s", (_, before, after) => {
  const { moved, least } = moves(before, after);
  expect(Math.abs(moved - least)).toBeLessThan(MARGIN);
});

it("moves hardly more than it must when one arm gives to another beside a third", () => {
  const { moved, least } = moves({ a: 0.4, b: 0.3, c: 0.3 }, { a: 0.5, b: 0.2, c: 0.3 });
  expect(moved).toBeGreaterThan(least - MARGIN);
  expect(moved).toBeLessThan(1.6 * least);
});

it("keeps everybody who is in, with their variant, when the traffic grows", () => {
  const some = assign(experiment({ a: 0.5, b: 0.5 }, 0.3));
  const more = assign(experiment({ a: 0.5, b: 0.5 }, 0.6));
  const inside = some.filter((variant) => variant !== null).length / USERS;
  expect(Math.abs(inside - 0.3)).toBeLessThan(MARGIN);
  expect(some.every((variant, index) => variant === null || variant === more[index])).toBe(true);
});

it("deals two experiments apart from each other", () => {
  const one = assign(experiment({ a: 0.5, b: 0.5 }));
  const other = assign({ ...experiment({ a: 0.5, b: 0.5 }), salt: "another" });
  const alike = one.filter((variant, index) => variant === other[index]).length / USERS;
  expect(Math.abs(alike - 0.5)).toBeLessThan(MARGIN);
});
