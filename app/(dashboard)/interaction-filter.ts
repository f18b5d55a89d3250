import { windowHours } from "#lib/evaluate/metrics/index.ts";
import type { InteractionFilter } from "#lib/observe/interactions/index.ts";
import type { ProjectPage } from "./read-page.ts";

/** The interactions of a page's window and filters: those of the very hours that its figures count. */
export function interactionFilter({ chosen, period, tz }: ProjectPage): InteractionFilter {
  const { since, until } = windowHours(period, tz);
  return {
    feature: chosen.feature,
    model: chosen.model,
    promptTemplate: chosen.prompt_template,
    promptVersion: chosen.prompt_version,
    tenant: chosen.tenant,
    language: chosen.language,
    segment: chosen.segment,
    from: since,
    to: until,
  };
}
