import { NothingHere } from "#components/dashboard/shell/empty-page.tsx";
import { localDate } from "#lib/domain/calendar.ts";
import { lastAnswerAt, type MetricFilter } from "#lib/evaluate/metrics/index.ts";
import type { ProjectPage } from "./read-page.ts";

/** That the filters leave nothing, with the way to where there is something. */
export async function NothingInWindow({ page, path, chosen = page.chosen }: NothingInWindowProps) {
  return (
    <NothingHere
      period={page.period}
      path={path}
      search={page.search}
      latestDay={await latestDay(page.filter)}
      filtered={Object.values(chosen).some((value) => value !== undefined)}
    />
  );
}

interface NothingInWindowProps {
  page: ProjectPage;
  path: string;
  chosen?: Record<string, string | undefined>;
}

/** The local date of a project's newest interaction, whatever the window; null when it has none. */
async function latestDay({ projectId, tz }: MetricFilter): Promise<string | null> {
  const last = await lastAnswerAt(projectId);
  return last && localDate(tz, last);
}
