import { NothingHere } from "#components/dashboard/nothing-here.tsx";
import { latestDay } from "./latest-day.ts";
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
