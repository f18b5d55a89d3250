import { type AnswerWindow, pickDimensions } from "#lib/domain/dimensions.ts";
import type { MetricFilter } from "./schema.ts";
import { windowHours } from "./window.ts";

/** The answers that a filter counts, for queries of single ones: those of the very hours that its figures count. */
export function answerWindow(filter: MetricFilter): AnswerWindow {
  const { since, until } = windowHours(filter, filter.tz);
  return { from: since, to: until, ...pickDimensions(filter) };
}
