/** What a model's tokens cost, in dollars each, as a project logged it. */
export interface TokenPrices {
  input: number;
  output: number;
  /** How many logged answers that comes from. */
  answers: number;
}

/** Sums over logged answers of one model whose tokens and cost are known. */
export interface CostSums {
  answers: number;
  input: number;
  output: number;
  cost: number;
  inputSquared: number;
  outputSquared: number;
  inputOutput: number;
  inputCost: number;
  outputCost: number;
  costSquared: number;
}

/** Fewest answers that say what input and output cost each. */
const APART_FROM = 5;

/** How far costs may be from what two prices make of the tokens, as a share of their square. */
const UNEXPLAINED = 0.01;

/**
 * The prices behind logged costs: one for input and one for output tokens, by least squares, where they explain the costs;
 * else the mean cost of a token. Null where nothing was paid for or logged.
 */
export function tokenPrices(sums: CostSums): TokenPrices | null {
  const { answers, input, output, cost } = sums;
  if (answers === 0 || cost <= 0 || input + output <= 0) return null;
  const apart = answers >= APART_FROM ? leastSquares(sums) : null;
  if (apart) return { ...apart, answers };
  const each = cost / (input + output);
  return { input: each, output: each, answers };
}

/** Two prices that fit; null where the answers do not tell them apart, or other things decide the cost. */
function leastSquares(sums: CostSums): { input: number; output: number } | null {
  const { inputSquared, outputSquared, inputOutput, inputCost, outputCost, costSquared } = sums;
  const determinant = inputSquared * outputSquared - inputOutput ** 2;
  if (determinant <= 1e-6 * inputSquared * outputSquared) return null;
  const ofInput = (inputCost * outputSquared - outputCost * inputOutput) / determinant;
  const ofOutput = (outputCost * inputSquared - inputCost * inputOutput) / determinant;
  const [input, output] = [orFree(ofInput, ofOutput), orFree(ofOutput, ofInput)];
  if (input < 0 || output < 0) return null;
  const left =
    costSquared -
    2 * (input * inputCost + output * outputCost) +
    input ** 2 * inputSquared +
    2 * input * output * inputOutput +
    output ** 2 * outputSquared;
  return left <= UNEXPLAINED * costSquared ? { input, output } : null;
}

/** A price that is nothing beside the other one is no more than what was lost in adding up. */
const orFree = (price: number, other: number): number =>
  Math.abs(price) < 1e-6 * Math.abs(other) ? 0 : price;

/** What some tokens cost at these prices; null where prices are not known, or tokens that are not free. */
export function costOf(
  prices: TokenPrices | null,
  tokens: { inputTokens: number | null; outputTokens: number | null },
): number | null {
  if (!prices) return null;
  const { inputTokens, outputTokens } = tokens;
  if (inputTokens === null && outputTokens === null) return null;
  if ((inputTokens === null && prices.input > 0) || (outputTokens === null && prices.output > 0)) return null;
  return (inputTokens ?? 0) * prices.input + (outputTokens ?? 0) * prices.output;
}
