import { LiveUpdates } from "#components/dashboard/shell/live-updates.tsx";
import { clockIn } from "#lib/domain/calendar.ts";
import { now } from "#lib/platform/clock.ts";
import { type LiveContent, latestVersion } from "#lib/use-cases/latest-version.ts";

/** Keeps the page at hand up to date, and says how new it is. */
export async function LiveMark({
  projectId,
  tz,
  of = "answers",
}: {
  projectId: string;
  tz: string;
  of?: LiveContent;
}) {
  return (
    <LiveUpdates
      projectId={projectId}
      of={of}
      version={await latestVersion(projectId, of)}
      drawnAt={timeWords(now(), tz)}
    />
  );
}

/** "14:05:10" on the reader's clock. */
const timeWords = (at: Date, tz: string): string =>
  `${clockIn(tz, at).slice(11)}:${String(at.getUTCSeconds()).padStart(2, "0")}`;
