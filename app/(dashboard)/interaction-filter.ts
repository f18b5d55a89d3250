import type { InteractionFilter } from "#lib/observe/interactions/index";
import { addDays, startOfDay } from "../../components/dashboard/local-day.ts";
import type { ProjectPage } from "./read-page.ts";

/** The interactions of a page's window and filters: from the first local midnight to before the one after the last. */
export function interactionFilter({ filter, period, tz }: ProjectPage): InteractionFilter {
  return {
    feature: filter.feature,
    model: filter.model,
    promptVersion: filter.promptVersion,
    from: startOfDay(period.from, tz),
    to: startOfDay(addDays(period.to, 1), tz),
  };
}
