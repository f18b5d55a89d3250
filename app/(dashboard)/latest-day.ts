import { localDate } from "#lib/domain/calendar.ts";
import { lastAnswerAt, type MetricFilter } from "#lib/evaluate/metrics/index.ts";

/** The local date of a project's newest interaction, whatever the window; null when it has none. */
export async function latestDay({ projectId, tz }: MetricFilter): Promise<string | null> {
  const last = await lastAnswerAt(projectId);
  return last && localDate(tz, last);
}
