import type { AnswerWindow } from "#lib/domain/answer-dimensions.ts";
import type { MetricFilter } from "./schema.ts";
import { windowHours } from "./window.ts";

/** The answers that a filter counts, for queries of single ones: those of the very hours that its figures count. */
export function answerWindow(filter: MetricFilter): AnswerWindow {
  const { since, until } = windowHours(filter, filter.tz);
  const { feature, model, promptTemplate, promptVersion, variant, tenant, language, segment } = filter;
  return {
    ...{ from: since, to: until, feature, model, promptTemplate, promptVersion, variant },
    ...{ tenant, language, segment },
  };
}
