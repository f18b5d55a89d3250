import { Activity } from "lucide-react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { localDate } from "#lib/domain/calendar.ts";
import type { Burst, BurstList } from "#lib/observe/bursts/index.ts";
import { listTarget } from "../url/figure-population.ts";
import { burstReason, burstState, burstTime, burstTitle } from "./burst-words.ts";
import { DismissBurst } from "./dismiss-burst.tsx";
import { LeaveOutSwitch } from "./leave-out-switch.tsx";

interface BurstsViewProps {
  projectId: string;
  list: BurstList;
  base: string;
  tz: string;
  mayManage: boolean;
}

/** The bursts of a project with their reasons; owners and admins can exclude all or dismiss one. */
export function BurstsView({ projectId, list, base, tz, mayManage }: BurstsViewProps) {
  const { bursts, leaveOut, total } = list;
  return (
    <>
      <PageHeader
        title="Bursts"
        note="Unusually many votes from one origin in a short time, compared with this project's history. They may come from one person posing as many."
      />
      <Stack>
        <Card
          title="Metrics"
          note="Applies to rates, counts, trends, comparisons, problems, lists and the API. Nothing is deleted, and you can switch back at any time. Bursts marked “Not a burst” are always included."
        >
          {mayManage ? (
            <LeaveOutSwitch projectId={projectId} leaveOut={leaveOut} />
          ) : (
            <p className="text-sm">
              Flagged bursts are {leaveOut ? "excluded from all metrics" : "included in metrics"}.{" "}
              <span className="text-faint">Only owners and admins can change this.</span>
            </p>
          )}
        </Card>
        <Card
          title="Flagged bursts"
          note={total > bursts.length ? `Latest ${bursts.length} of ${formatCount(total)}` : undefined}
          flush
        >
          {bursts.length > 0 ? (
            <ul className="divide-y divide-line border-line border-t">
              {bursts.map((burst) => (
                <BurstRow key={burst.burstId} {...{ projectId, burst, base, tz, mayManage }} />
              ))}
            </ul>
          ) : (
            <EmptyState icon={Activity} title="No bursts">
              Votes sent with a publishable key are checked every minute, starting in a project's second week.
              Votes sent by your server with a secret key are never flagged.
            </EmptyState>
          )}
        </Card>
      </Stack>
    </>
  );
}

interface BurstRowProps extends Omit<BurstsViewProps, "list"> {
  burst: Burst;
}

function BurstRow({ projectId, burst, base, tz, mayManage }: BurstRowProps) {
  const title = burstTitle(burst);
  const state = burstState(burst);
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 space-y-1">
        <h3 className="flex flex-wrap items-center gap-2 font-medium text-ink text-sm">
          {title}
          <Badge tone={state === "Included" ? "warn" : "neutral"}>{state}</Badge>
        </h3>
        <p className="text-faint text-xs">{burstTime(burst, tz)}</p>
        <p className="max-w-prose text-sm text-soft">{burstReason(burst)}</p>
        <p className="text-sm">
          <Ratings {...{ burst, base, tz }} /> by {formatCountOf(burst.voters, "voter")} on{" "}
          {formatCountOf(burst.interactions, "interaction")}: {formatCount(burst.thumbsUp)} up,{" "}
          {formatCount(burst.thumbsDown)} down
          {burst.preferences > 0 && `; ${formatCountOf(burst.preferences, "preference")} between two answers`}
        </p>
      </div>
      {mayManage && (
        <div className="flex flex-col items-start gap-2 sm:items-end">
          <DismissBurst
            url={`/api/projects/${projectId}/bursts/${burst.burstId}`}
            title={`${title}, ${burstTime(burst, tz)}`}
            dismissed={burst.dismissedAt !== null}
          />
        </div>
      )}
    </li>
  );
}

/** How many ratings it holds, and the way to them: the list in the days of its answers. */
function Ratings({ burst, base, tz }: Pick<BurstRowProps, "burst" | "base" | "tz">) {
  const { burstId, answeredFrom, answeredTo, ratings } = burst;
  const window = answeredFrom &&
    answeredTo && { from: localDate(tz, answeredFrom), to: localDate(tz, answeredTo) };
  const figure = window ? listTarget({ base, search: {} }, { burst: burstId, window }, ratings) : undefined;
  const words = formatCountOf(ratings, "rating");
  if (!figure) return words;
  return (
    <FigureLink
      figure={figure}
      className="underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {words}
    </FigureLink>
  );
}
