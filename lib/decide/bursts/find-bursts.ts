import { type BurstKind, LARGE_GROUP } from "#lib/domain/burst.ts";
import { negativeBinomialTail } from "../statistics/index.ts";

/** Votes that have something in common. */
export interface VoteGroup {
  key: string;
  votes: number;
}

/** A past hour, without votes in bursts. */
export interface PastHour {
  hour: Date;
  votes: number;
  /** Votes of the largest group. */
  largest: number;
  /** The groups with at least {@link LARGE_GROUP} votes. */
  large: readonly VoteGroup[];
}

/** The history of a project's votes of one kind. */
export interface VotePast {
  hours: readonly PastHour[];
  /** Dismissed bursts. */
  dismissed: readonly VoteGroup[];
}

/** The groups of one kind in one hour. */
export interface VoteLook {
  kind: BurstKind;
  now: Date;
  votes: number;
  /** The number of groups, including small ones. */
  groups: number;
  large: readonly (VoteGroup & {
    /** Votes expected from its surroundings. */
    explained?: number | undefined;
  })[];
}

/** A group that is larger than expected. */
export interface FoundBurst extends VoteGroup {
  /** The expected votes. */
  expected: number;
  /** The probability of at least this many votes in one group. */
  chance: number;
  /** The number of groups tested. */
  groups: number;
}

/** Minimum votes of a burst. */
export const VOTES_MIN = 20;

/** Days of history used, and the minimum number of days and votes. */
export const HISTORY_DAYS = 28;
const [DAYS_MIN, HISTORY_VOTES] = [7, 50];

/** The probability of a false positive per check. */
const FALSE_ALARM = 1e-6;

/**
 * How much a group's rate varies around the expected one besides chance: by a third; for user agents, whose share
 * varies with the time of day and with new users, by half.
 */
const SHAPES: Record<BurstKind, number> = { token: 8, address: 8, agent: 4, minute: 8 };

/** A user agent may be new, like a new app: up to this share of the votes, it is never a burst. */
const NEW_AGENT = 0.05;

const DAY_MS = 86_400_000;

/**
 * The groups of one kind that have more votes than the project's own past explains: the chance of as many, by a negative
 * binomial distribution whose mean is the largest of what could explain them, is below one in a million for all groups
 * that were looked at together (Bonferroni). Counts of events have been watched so since Farrington et al. 1996 (Journal
 * of the Royal Statistical Society A 159, 547–563). Of a project without a week's history nothing is known. A group that
 * is smaller than the root of a usual day's votes could not move a rate by more than its interval is wide, and is none; a
 * day's own votes would hide a burst among others of its like.
 */
export function findBursts(look: VoteLook, past: VotePast): FoundBurst[] {
  const dayAgo = look.now.getTime() - DAY_MS;
  const earlier = past.hours.filter(({ hour }) => hour.getTime() < dayAgo);
  if (!isKnown(earlier, look.now)) return [];
  const least = Math.max(VOTES_MIN, Math.sqrt(votesADay(earlier, dayAgo)));
  const expect = expectation(look, earlier, past.dismissed);
  return look.large
    .filter(({ votes }) => votes >= least)
    .map((group) => {
      const expected = Math.max(expect(group.key), group.explained ?? 0);
      const chance = negativeBinomialTail(group.votes, expected, SHAPES[look.kind]);
      return { key: group.key, votes: group.votes, expected, chance, groups: look.groups };
    })
    .filter(({ chance, groups }) => chance * groups < FALSE_ALARM);
}

/** Average votes per day in the history. */
function votesADay(earlier: readonly PastHour[], until: number): number {
  const first = Math.min(...earlier.map(({ hour }) => hour.getTime()));
  return sum(earlier.map(({ votes }) => votes)) / ((until - first) / DAY_MS);
}

/** Whether the history is long enough. */
function isKnown(earlier: readonly PastHour[], now: Date): boolean {
  const first = Math.min(...earlier.map(({ hour }) => hour.getTime()));
  return (
    first <= now.getTime() - DAYS_MIN * DAY_MS && sum(earlier.map(({ votes }) => votes)) >= HISTORY_VOTES
  );
}

/**
 * The expected votes of a group: the largest of what any other group but one had in an hour, what it had itself, and
 * its share of all votes. At least the size of groups too small to be stored individually.
 */
function expectation(
  { kind, votes }: VoteLook,
  earlier: readonly PastHour[],
  dismissed: readonly VoteGroup[],
): (key: string) => number {
  const usual = LARGE_GROUP - 1;
  if (kind === "minute") {
    const busiest = second(earlier.map(({ largest }) => largest));
    const expected = Math.max(usual, busiest, ...dismissed.map((group) => group.votes));
    return () => expected;
  }
  const groups = [...earlier.flatMap(({ large }) => large), ...dismissed];
  const own = new Map<string, { most: number; all: number }>();
  for (const { key, votes: count } of groups) {
    const { most = 0, all = 0 } = own.get(key) ?? {};
    own.set(key, { most: Math.max(most, count), all: all + count });
  }
  const total = sum(earlier.map((hour) => hour.votes));
  const share = (key: string) => (own.get(key)?.all ?? 0) / total;
  // An agent's votes are proportional to all votes.
  if (kind === "agent")
    return (key) => Math.max(usual, votes * Math.max(NEW_AGENT, share(key)), dismissedOf(key));
  const others = second([...own.values()].map(({ most }) => most));
  return (key) => Math.max(usual, others, own.get(key)?.most ?? 0, votes * share(key));

  function dismissedOf(key: string): number {
    return Math.max(0, ...dismissed.filter((group) => group.key === key).map((group) => group.votes));
  }
}

/** The second largest, because a single occurrence is no evidence. */
const second = (numbers: readonly number[]): number => numbers.toSorted((a, b) => b - a)[1] ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
