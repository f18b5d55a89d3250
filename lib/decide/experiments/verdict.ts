import type { Rate } from "#lib/domain/rate.ts";
import { ALPHA, type Estimated, usersUntilSure } from "../statistics/index.ts";
import {
  isRatedEnough,
  RATERS_MIN,
  RATINGS_MIN,
  type ResponseCheck,
  type SampleRatio,
} from "./check-arms.ts";
import { type Difference, direction } from "./estimate.ts";
import type { Novelty } from "./novelty.ts";
import type { ArmSums, MetricScale } from "./sums.ts";

/** A treatment arm compared with the control. */
export interface JudgedArm {
  sums: ArmSums;
  /** On the scale of the sums. */
  difference: Estimated | null;
  /** The p-value of any difference, adjusted for all arms (Holm). */
  adjustedP: number;
  responses: ResponseCheck;
  novelty: Novelty;
  /** Guardrails that are certainly worse. */
  harmedBy: readonly string[];
}

/** A reason why an arm cannot win yet. */
export type Obstacle =
  | { code: "sample_ratio_mismatch"; p: number }
  | {
      code: "too_few_ratings";
      variant: string;
      ratings: number;
      ratingsNeeded: number;
      users: number;
      usersNeeded: number;
      /** At current traffic; null without traffic. */
      days: number | null;
    }
  | { code: "response_rates_differ"; variant: string; own: Rate; control: Rate }
  | { code: "guardrail_worse"; variant: string; metric: string }
  | { code: "effect_fades"; variant: string; early: Difference; later: Difference }
  | {
      code: "not_sure_yet";
      variant: string;
      p: number;
      /** How many more users must rate if the difference stays the same; null if it is too small. */
      users: number | null;
      days: number | null;
    };

/** What to know about a winner. */
export type Caution =
  /** Nobody rated after their first week, so nothing is known about novelty. */
  | { code: "no_later_values"; variant: string }
  /** The split changed: if quality changed over time too, the arms mix good and bad times in different proportions. */
  | { code: "split_changed"; variant: string; before: number; since: number };

/** The result of an experiment so far. */
export interface Verdict {
  /** The winning arm, possibly the control; null if there is none yet. */
  winner: string | null;
  /** Other arms that are certainly better than the control. The winner is not certainly better than these. */
  alsoBetter: string[];
  /** Why there is no winner, or, if there is one, why other arms did not win. */
  obstacles: Obstacle[];
  cautions: Caution[];
}

/** Names the winning arm, or the reasons why there is none. */
export function judge(
  control: ArmSums,
  arms: readonly JudgedArm[],
  ratio: SampleRatio | null,
  scale: MetricScale,
): Verdict {
  const active = arms.filter(({ sums }) => sums.weight > 0);
  const general: Obstacle[] = [
    ...(ratio?.mismatch ? [{ code: "sample_ratio_mismatch" as const, p: ratio.p }] : []),
    ...[control, ...active.map(({ sums }) => sums)].filter((arm) => !isRatedEnough(arm)).map(tooFew),
  ];
  const own = new Map(active.map((arm) => [arm, obstaclesOf(arm, control, arms.length, scale)]));
  const obstacles = [...general, ...[...own.values()].flat()];
  const none = { winner: null, alsoBetter: [], obstacles, cautions: [] };
  if (general.length > 0 || active.length === 0) return none;
  const better = active
    .filter((arm) => isSure(arm) && signOf(arm, scale) === 1 && own.get(arm)?.length === 0)
    .sort((one, other) => gain(other, scale) - gain(one, scale));
  const [best] = better;
  if (best) {
    return {
      winner: best.sums.variant,
      alsoBetter: better.slice(1).map(({ sums }) => sums.variant),
      obstacles,
      cautions: cautionsOf([best], control),
    };
  }
  const allWorse = active.every(
    (arm) => isSure(arm) && signOf(arm, scale) === -1 && own.get(arm)?.every(mayLoseWith),
  );
  if (!allWorse) return none;
  return { winner: control.variant, alsoBetter: [], obstacles, cautions: cautionsOf(active, control) };
}

const isSure = ({ adjustedP }: JudgedArm): boolean => adjustedP <= ALPHA;

const signOf = ({ difference }: JudgedArm, scale: MetricScale) => direction(difference?.value ?? 0, scale);

const gain = (arm: JudgedArm, scale: MetricScale): number =>
  signOf(arm, scale) * Math.abs(arm.difference?.value ?? 0);

/** A worse guardrail does not keep a worse arm from losing. */
const mayLoseWith = ({ code }: Obstacle): boolean => code === "guardrail_worse";

/** Minimum change of an arm's share that is a caution, and minimum users before and after it. */
const [SHARE_CHANGED, USERS_COMPARED] = [0.05, 100];

const cautionsOf = (arms: readonly JudgedArm[], control: ArmSums): Caution[] =>
  arms.flatMap(({ sums, novelty }) => [
    ...(novelty.state === "too_soon" ? [{ code: "no_later_values" as const, variant: sums.variant }] : []),
    ...splitChanged(sums, control),
  ]);

/** The arm's share of its own and the control's users, before and since the last change of the split. */
function splitChanged(arm: ArmSums, control: ArmSums): Caution[] {
  const beforeSplit = (of: ArmSums) => of.exposed - of.exposedSinceSplit;
  const [earlier, later] = [
    beforeSplit(arm) + beforeSplit(control),
    arm.exposedSinceSplit + control.exposedSinceSplit,
  ];
  if (Math.min(earlier, later) < USERS_COMPARED) return [];
  const [before, since] = [beforeSplit(arm) / earlier, arm.exposedSinceSplit / later];
  if (Math.abs(before - since) < SHARE_CHANGED) return [];
  return [{ code: "split_changed", variant: arm.variant, before, since }];
}

function obstaclesOf(arm: JudgedArm, control: ArmSums, treatments: number, scale: MetricScale): Obstacle[] {
  const { variant } = arm.sums;
  const { own, control: reference, doubtful } = arm.responses;
  const { state, lasts, early, later } = arm.novelty;
  const fades = signOf(arm, scale) !== 0 && state === "fading" && !lasts;
  // Arms with too few ratings have an obstacle of their own.
  const open = !isSure(arm) && [arm.sums, control].every(isRatedEnough);
  return [
    ...(open ? [notSure(arm, control, treatments)] : []),
    ...(doubtful ? [{ code: "response_rates_differ" as const, variant, own, control: reference }] : []),
    ...arm.harmedBy.map((metric) => ({ code: "guardrail_worse" as const, variant, metric })),
    ...(fades && early && later ? [{ code: "effect_fades" as const, variant, early, later }] : []),
  ];
}

function tooFew({ variant, ratings, primary, daily }: ArmSums): Obstacle {
  const days = Math.max(
    daysFor(RATINGS_MIN - ratings, daily.ratings),
    daysFor(RATERS_MIN - primary.n, daily.raters),
  );
  return {
    code: "too_few_ratings",
    variant,
    ...{ ratings, ratingsNeeded: RATINGS_MIN, users: primary.n, usersNeeded: RATERS_MIN },
    days: Number.isFinite(days) ? days : null,
  };
}

function notSure(arm: JudgedArm, control: ArmSums, treatments: number): Obstacle {
  const { sums, difference, adjustedP } = arm;
  const needed =
    difference && difference.value !== 0
      ? usersUntilSure(difference.value, difference.error ** 2 * difference.n, 0.5, ALPHA / treatments)
      : null;
  const users = needed === null || !difference ? null : Math.max(1, needed - difference.n);
  const days =
    users === null ? Number.POSITIVE_INFINITY : daysFor(users, sums.daily.raters + control.daily.raters);
  return {
    code: "not_sure_yet",
    variant: sums.variant,
    p: adjustedP,
    users,
    days: Number.isFinite(days) ? days : null,
  };
}

const daysFor = (missing: number, daily: number): number =>
  missing <= 0 ? 0 : daily > 0 ? Math.ceil(missing / daily) : Number.POSITIVE_INFINITY;
