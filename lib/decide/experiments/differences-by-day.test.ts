import { expect, it } from "vitest";
import { differencesByDay } from "./differences-by-day.ts";

const scale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false } as const;
const arms = [
  { variant: "a", isControl: true },
  { variant: "b", isControl: false },
];
const users = (variant: string, day: string, n: number, up: number) => ({
  ...{ variant, day, n, sum: up, sumSquares: up },
  ...{ known: 0, before: 0, beforeSquares: 0, products: 0, sumOfKnown: 0 },
});
const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
const sums = [
  ...[users("a", "2026-11-01", 9, 4), users("b", "2026-11-01", 50, 40)],
  ...[users("a", "2026-11-03", 91, 46), users("b", "2026-11-03", 50, 40)],
];

it("a day's difference is of all users until then, and none before each arm has ten", () => {
  const [line, ...more] = differencesByDay(days, sums, arms, scale);
  expect(more).toEqual([]);
  expect(line?.variant).toBe("b");
  expect(line?.differences.slice(0, 2)).toEqual([null, null]);
  expect(line?.differences[2]).toMatchObject({ value: expect.closeTo(0.3, 12), n: 200 });
  const { low = 1, high = 0 } = line?.differences[2] ?? {};
  expect([low < 0.3, high > 0.3]).toEqual([true, true]);
});

it("is narrower where what users said before explains what they say now", () => {
  const last = (of: typeof sums) => differencesByDay(days, of, arms, scale)[0]?.differences[2];
  // Every user says what they said before, but for ten of arm b who are won over.
  const known = sums.map((each) => {
    const won = each.variant === "b" ? Math.min(10, each.sum) / 2 : 0;
    const before = each.sum - won;
    return {
      ...each,
      ...{ known: each.n, before, beforeSquares: before, products: before, sumOfKnown: each.sum },
    };
  });
  const [plain, adjusted] = [last(sums), last(known)];
  const width = (difference: typeof plain) => (difference?.high ?? 0) - (difference?.low ?? 0);
  expect(width(adjusted)).toBeLessThan(0.5 * width(plain));
  expect(adjusted?.value).toBeLessThan(plain?.value ?? 0);
});

it("the intervals of several arms are wider, for all of them hold together", () => {
  const width = (of: typeof arms) => {
    const found = differencesByDay(days, sums, of, scale)[0]?.differences[2];
    return (found?.high ?? 0) - (found?.low ?? 0);
  };
  expect(width([...arms, { variant: "c", isControl: false }])).toBeGreaterThan(width(arms));
});

it("without a control there is nothing to draw", () => {
  expect(differencesByDay(days, sums, [{ variant: "b", isControl: false }], scale)).toEqual([]);
});
