import { refusalOfProblem } from "../adapter/http-refusal.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { EventReceipt } from "./event.ts";

/** The results of a batch of `count` events in their order; null when this is no answer of Whetstone's. */
export function readResults(answer: unknown, count: number): (EventReceipt | FeedbackRefused)[] | null {
  if (!isRecord(answer) || !Array.isArray(answer.results) || answer.results.length !== count) return null;
  const results = answer.results.map(readResult);
  return results.every((result) => result !== null) ? results : null;
}

function readResult(result: unknown): EventReceipt | FeedbackRefused | null {
  if (!isRecord(result) || typeof result.status !== "number") return null;
  const { status, retry_after } = result;
  if (status >= 200 && status < 300) return { ...result, status };
  return refusalOfProblem(status, result, typeof retry_after === "number" ? retry_after : undefined);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
