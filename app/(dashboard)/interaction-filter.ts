import { dimensionsOfQuery } from "#lib/domain/dimensions.ts";
import { windowHours } from "#lib/evaluate/metrics/index.ts";
import type { InteractionFilter } from "#lib/observe/interactions/index.ts";
import type { ProjectPage } from "./read-page.ts";

/** The interactions of a page's window and filters: those of the very hours that its figures count. */
export function interactionFilter({ chosen, period, tz }: ProjectPage): InteractionFilter {
  const { since, until } = windowHours(period, tz);
  return {
    ...dimensionsOfQuery(chosen),
    from: since,
    to: until,
  };
}
