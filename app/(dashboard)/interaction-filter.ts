import { hoursOf } from "#lib/evaluate/metrics/index";
import type { InteractionFilter } from "#lib/observe/interactions/index";
import type { ProjectPage } from "./read-page.ts";

/** The interactions of a page's window and filters: those of the very hours that its figures count. */
export function interactionFilter({ filter, period, tz }: ProjectPage): InteractionFilter {
  const { since, until } = hoursOf(period, tz);
  return {
    feature: filter.feature,
    model: filter.model,
    promptVersion: filter.promptVersion,
    from: since,
    to: until,
  };
}
