import {
  AROUND_MINUTES,
  busyMinutes,
  findBursts,
  HISTORY_DAYS,
  VOTES_MIN,
  type VoteLook,
} from "../decide/bursts/index.ts";
import {
  countStanding,
  flagBurst,
  flagLater,
  hoursToSummarize,
  projectsWithVotes,
  readVoteHistory,
  type Span,
  scanVotes,
  summarizeHour,
  votesByMinute,
} from "../observe/bursts/index.ts";
import { now as clock } from "../platform/clock.ts";

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];

/** Kinds in order of specificity: votes are assigned to the first kind of burst they match. */
const keyed = ["token", "address", "agent"] as const;

/** The projects to check for bursts: those with votes within a day, which is how long their origins are kept. */
export const projectsToWatch = (now = clock()): Promise<string[]> =>
  projectsWithVotes(new Date(now.getTime() - DAY_MS));

/**
 * Checks the votes of the last hour for more from one origin than the project's history explains, and flags them. Every
 * completed hour is checked once more as a whole before it is summarized and becomes history. A minute is checked once
 * enough minutes after it are over.
 */
export async function detectBursts(projectId: string, now = clock()): Promise<void> {
  const over = new Date(now.getTime() - HOUR_MS - 2 * AROUND_MINUTES * MINUTE_MS);
  const closed = new Date(Math.floor(over.getTime() / HOUR_MS + 1) * HOUR_MS);
  for (const hour of await hoursToSummarize(projectId, closed)) {
    const until = new Date(hour.getTime() + HOUR_MS);
    await lookAtHour(
      projectId,
      { votes: { since: hour, until }, minutes: { since: hour, until }, now: until },
      now,
    );
    await summarizeHour(projectId, hour);
  }
  const minute = Math.floor(now.getTime() / MINUTE_MS - AROUND_MINUTES) * MINUTE_MS;
  const votes = { since: new Date(now.getTime() - HOUR_MS), until: new Date(now.getTime() + 1) };
  const minutes = { since: new Date(minute - HOUR_MS), until: new Date(minute) };
  await lookAtHour(projectId, { votes, minutes, now }, now);
  await flagLater(projectId, new Date(now.getTime() - 2 * HOUR_MS));
}

/** The votes and minutes to check, and the time whose history they are compared with. */
interface LookedAt {
  votes: Span;
  minutes: Span;
  now: Date;
}

async function lookAtHour(projectId: string, { votes, minutes, now }: LookedAt, at: Date): Promise<void> {
  for (const kind of keyed) {
    const look = await scanVotes(projectId, kind, votes);
    await flagFound(projectId, { kind, now, ...look }, () => votes, at);
  }
  const around = AROUND_MINUTES * MINUTE_MS;
  const counts = await votesByMinute(projectId, {
    since: new Date(minutes.since.getTime() - around),
    until: new Date(minutes.until.getTime() + around),
  });
  const large = busyMinutes(counts, minutes.since).filter((minute) => minute.votes >= VOTES_MIN);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const look = { kind: "minute", now, votes: all, groups: 60, large } as const;
  await flagFound(projectId, look, spanOfMinute, at);
}

/** The history is only read if a group is large enough, and current votes are only counted if it would be a burst. */
async function flagFound(
  projectId: string,
  look: VoteLook,
  spanOf: (key: string) => Span,
  at: Date,
): Promise<void> {
  if (look.large.every(({ votes }) => votes < VOTES_MIN)) return;
  const past = await readVoteHistory(
    projectId,
    look.kind,
    new Date(look.now.getTime() - HISTORY_DAYS * DAY_MS),
  );
  const standing = findBursts(look, past).map(async ({ key }) => ({
    key,
    votes: await countStanding(projectId, look.kind, { key, span: spanOf(key) }),
  }));
  for (const found of findBursts({ ...look, large: await Promise.all(standing) }, past))
    await flagBurst(projectId, { kind: look.kind, ...found }, spanOf(found.key), at);
}

function spanOfMinute(key: string): Span {
  const since = new Date(key);
  return { since, until: new Date(since.getTime() + MINUTE_MS) };
}
