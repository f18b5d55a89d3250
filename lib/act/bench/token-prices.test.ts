import { describe, expect, it } from "vitest";
import { type CostSums, costOf, tokenPrices } from "./token-prices.ts";

type Answer = [input: number, output: number, cost: number];

function sumsOf(answers: readonly Answer[]): CostSums {
  const sum = (of: (answer: Answer) => number) => answers.reduce((total, answer) => total + of(answer), 0);
  return {
    answers: answers.length,
    input: sum(([input]) => input),
    output: sum(([, output]) => output),
    cost: sum(([, , cost]) => cost),
    inputSquared: sum(([input]) => input ** 2),
    outputSquared: sum(([, output]) => output ** 2),
    inputOutput: sum(([input, output]) => input * output),
    inputCost: sum(([input, , cost]) => input * cost),
    outputCost: sum(([, output, cost]) => output * cost),
    costSquared: sum(([, , cost]) => cost ** 2),
  };
}

const tokens = [
  [100, 10],
  [200, 80],
  [50, 30],
  [400, 20],
  [120, 300],
] as const;
const at = (input: number, output: number): Answer[] =>
  tokens.map(([one, other]) => [one, other, one * input + other * output]);

describe("tokenPrices", () => {
  it.each<[string, Answer[], ReturnType<typeof tokenPrices>]>([
    ["nothing logged", [], null],
    ["nothing paid", at(0, 0), null],
    ["input and output apart", at(2e-6, 8e-6), { input: 2e-6, output: 8e-6, answers: 5 }],
    ["free input", at(0, 8e-6), { input: 0, output: 8e-6, answers: 5 }],
    ["too few to tell them apart", [[100, 100, 4e-4]], { input: 2e-6, output: 2e-6, answers: 1 }],
    [
      "answers that are all alike",
      Array.from({ length: 9 }, (): Answer => [100, 300, 8e-4]),
      { input: 2e-6, output: 2e-6, answers: 9 },
    ],
    [
      "costs that the tokens do not explain",
      tokens.map(([input, output], index): Answer => [input, output, index % 2 === 0 ? 1e-2 : 1e-5]),
      { input: 0.030_02 / 1310, output: 0.030_02 / 1310, answers: 5 },
    ],
  ])("of %s", (_, answers, prices) => {
    const found = tokenPrices(sumsOf(answers));
    expect(found).toEqual(
      prices && {
        answers: prices.answers,
        input: expect.closeTo(prices.input, 12),
        output: expect.closeTo(prices.output, 12),
      },
    );
  });
});

it.each([
  [null, 10, 10, null],
  [{ input: 2, output: 3, answers: 1 }, null, null, null],
  [{ input: 2, output: 3, answers: 1 }, 10, null, null],
  [{ input: 2, output: 3, answers: 1 }, null, 10, null],
  [{ input: 2, output: 0, answers: 1 }, 10, null, 20],
  [{ input: 0, output: 3, answers: 1 }, null, 4, 12],
  [{ input: 2, output: 3, answers: 1 }, 10, 4, 32],
])("at %j, %j and %j tokens cost %j", (prices, inputTokens, outputTokens, cost) =>
  expect(costOf(prices, { inputTokens, outputTokens })).toBe(cost),
);
