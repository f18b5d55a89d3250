import { type AnswerWindow, pickDimensions } from "#lib/domain/dimensions.ts";
import type { MetricFilter } from "./schema.ts";
import { windowHours } from "./window.ts";

/**
 * The time range of a filter's answers, for queries of individual answers: exactly the hours that its metrics count.
 */
export function answerWindow(filter: MetricFilter): AnswerWindow {
  const { since, until } = windowHours(filter, filter.tz);
  return { from: since, to: until, ...pickDimensions(filter) };
}
