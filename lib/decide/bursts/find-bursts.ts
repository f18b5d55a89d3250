import { type BurstKind, LARGE_GROUP } from "#lib/domain/burst.ts";
import { negativeBinomialTail } from "../statistics/index.ts";

/** Votes that have something in common. */
export interface VoteGroup {
  key: string;
  votes: number;
}

/** An hour of the past, without what belongs to bursts. */
export interface PastHour {
  hour: Date;
  votes: number;
  /** Most votes of one group. */
  largest: number;
  /** The groups with at least {@link LARGE_GROUP} votes. */
  large: readonly VoteGroup[];
}

/** What a project's votes of one kind were like before. */
export interface VotePast {
  hours: readonly PastHour[];
  /** Bursts that somebody said are none. */
  dismissed: readonly VoteGroup[];
}

/** What is looked at: the groups of one kind in one hour. */
export interface VoteLook {
  kind: BurstKind;
  now: Date;
  votes: number;
  /** How many groups there are, small ones too. */
  groups: number;
  large: readonly (VoteGroup & {
    /** How many votes what stands around it explains. */
    explained?: number | undefined;
  })[];
}

/** A group that is larger than the past explains. */
export interface FoundBurst extends VoteGroup {
  /** How many votes the past explains. */
  expected: number;
  /** The chance of so many, of one group. */
  chance: number;
  /** How many groups were looked at. */
  groups: number;
}

/** Fewer votes at once are no burst. */
export const VOTES_MIN = 20;

/** How many days of the past are looked at, and how many there must be at least, with how many votes. */
export const HISTORY_DAYS = 28;
const [DAYS_MIN, HISTORY_VOTES] = [7, 50];

/** How likely one look is to find a burst in an honest hour. */
const FALSE_ALARM = 1e-6;

/**
 * How much a group differs from what is expected of it, beside chance: by a third of that; an agent, whose part of the
 * votes goes with the hour of the day and with who is new, by half.
 */
const SHAPES: Record<BurstKind, number> = { token: 8, address: 8, agent: 4, minute: 8 };

/** A user agent may be new, as an app is: such a part of the votes is never a burst. */
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

/** How many votes a day of the past has, on average. */
function votesADay(earlier: readonly PastHour[], until: number): number {
  const first = Math.min(...earlier.map(({ hour }) => hour.getTime()));
  return sum(earlier.map(({ votes }) => votes)) / ((until - first) / DAY_MS);
}

/** Whether the past is long enough to be gone by. */
function isKnown(earlier: readonly PastHour[], now: Date): boolean {
  const first = Math.min(...earlier.map(({ hour }) => hour.getTime()));
  return (
    first <= now.getTime() - DAYS_MIN * DAY_MS && sum(earlier.map(({ votes }) => votes)) >= HISTORY_VOTES
  );
}

/**
 * How many votes of a group the past explains: as many as any but one other group had in an hour, as itself had, or as
 * its share of all votes makes of these. Groups too small to be kept singly may always be.
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
  // How many votes an agent has goes with how many there are in all.
  if (kind === "agent")
    return (key) => Math.max(usual, votes * Math.max(NEW_AGENT, share(key)), dismissedOf(key));
  const others = second([...own.values()].map(({ most }) => most));
  return (key) => Math.max(usual, others, own.get(key)?.most ?? 0, votes * share(key));

  function dismissedOf(key: string): number {
    return Math.max(0, ...dismissed.filter((group) => group.key === key).map((group) => group.votes));
  }
}

/** The second largest: what was seen but once explains nothing. */
const second = (numbers: readonly number[]): number => numbers.toSorted((a, b) => b - a)[1] ?? 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
