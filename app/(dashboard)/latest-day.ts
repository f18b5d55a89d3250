import { localDate } from "#lib/domain/calendar";
import { features, type MetricFilter } from "#lib/evaluate/metrics/index";

/** The local date of a project's newest interaction, whatever the window; null when it has none. */
export async function latestDay({ projectId, tz, to }: MetricFilter): Promise<string | null> {
  const all = await features({ projectId, tz, from: "1970-01-01", to: to > "2100" ? to : "2100-01-01" });
  const newest = Math.max(...all.map(({ lastAt }) => lastAt?.getTime() ?? Number.NEGATIVE_INFINITY));
  return Number.isFinite(newest) ? localDate(tz, new Date(newest)) : null;
}
