import { refreshMetrics } from "./refresh.ts";
import { wholeWindow } from "./spans.ts";
import { type StatsRow, statsRow } from "./stats.ts";
import { readGroups } from "./store.ts";
import { lastDays } from "./window.ts";

/** One row for each model and prompt version of which answers of the last `days` days were rated, today included. */
export async function feedbackStats(asked: {
  projectId: string;
  feature: string;
  days: number;
  now: Date;
  /** The IANA zone in which days are cut; UTC where nothing is said. */
  tz?: string;
}): Promise<StatsRow[]> {
  const { projectId, feature, days, now, tz = "UTC" } = asked;
  await refreshMetrics(projectId);
  const window = lastDays(days, tz, now);
  const filter = { projectId, feature, tz, ...window };
  const spans = wholeWindow(window, tz);
  const groups = await readGroups(filter, spans, { by: ["model", "promptVersion"] });
  return groups
    .map(({ key: [, ...names], counts }) => statsRow(names, counts))
    .filter(({ total }) => total > 0);
}
