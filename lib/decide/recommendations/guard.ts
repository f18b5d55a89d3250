import { addDays, localDate } from "#lib/domain/calendar.ts";
import type { ExperimentState } from "#lib/domain/experiment.ts";

/** The number of daily runs in a row that must recommend the same switch before it is made. */
export const HELD_RUNS = 3;

/** Days after any move of the label on which it is not switched by itself. */
export const COOL_DOWN_DAYS = 14;

/** What was recommended on a day (UTC), "2026-11-30". */
export interface RecordedRun {
  day: string;
  recommendation: "keep" | "switch" | "not_enough_data";
  /** The model to use; null without enough data. */
  model: string | null;
  /** The model that was in use. */
  current: string | null;
  /** Whether an experiment assigned users at random. */
  randomized: boolean;
}

/** A move of the label. */
interface RecordedMove {
  at: Date;
  from: string | null;
  to: string | null;
}

/** The experiment that a recommendation comes from. */
export interface ExperimentStanding {
  state: ExperimentState;
  /** The model of the arm that was promoted; null if none was. */
  winner: string | null;
}

/** What decides whether a label is switched by itself. */
export interface GuardInput {
  /** Since when the owner allows it; null if not. */
  allowedSince: Date | null;
  /** The model that the label stands for; null if it is not set. */
  current: string | null;
  today: string;
  /** Newest first. */
  runs: readonly RecordedRun[];
  /** Newest first. */
  moves: readonly RecordedMove[];
  /** The experiment that the recommendation comes from; null if none assigned users at random. */
  experiment: ExperimentStanding | null;
  /** What is known of the current model and not of the recommended one. */
  notComparable: readonly ("cost" | "latency")[];
}

/** Whether a label is switched by itself, or why not. */
export type GuardState =
  | { state: "off" }
  /** The label stands for no model, so there is nothing to switch from. */
  | { state: "no_label" }
  /** Today's run recommends no switch. */
  | { state: "idle" }
  | { state: "not_randomized"; model: string }
  /** The experiment is paused, was stopped, or another model was promoted. */
  | { state: "decided_otherwise"; model: string }
  /** Whether the model is dearer or slower is unknown. */
  | { state: "not_comparable"; model: string; metrics: readonly ("cost" | "latency")[] }
  /** The label was moved away from this model since it was allowed, and is never moved back by itself. */
  | { state: "left_before"; model: string }
  /** `until`: the first day on which it may be switched. */
  | { state: "cooling_down"; model: string; until: string }
  | { state: "holding"; model: string; runs: number; needed: number }
  | { state: "switch"; model: string; runs: number };

/**
 * Decides whether a label is switched by itself: if the same switch was recommended in enough daily runs in a row, all of
 * randomized traffic, all since the label was last moved. It never returns to a model that the label left since it was
 * allowed, by hand or by itself, so it cannot go back and forth; going back is for people. Nor does it go against what
 * people decided about the experiment, or to a model whose cost or latency is unknown while the current one's is known.
 */
export function guardState(input: GuardInput): GuardState {
  const { allowedSince, current, today, runs, moves, experiment, notComparable } = input;
  if (allowedSince === null) return { state: "off" };
  if (current === null) return { state: "no_label" };
  const [newest] = runs;
  if (newest?.day !== today || newest.recommendation !== "switch" || newest.model === null)
    return { state: "idle" };
  const { model } = newest;
  if (model === current || newest.current !== current) return { state: "idle" };
  if (!newest.randomized || experiment === null) return { state: "not_randomized", model };
  if (!isOpenFor(experiment, model)) return { state: "decided_otherwise", model };
  if (notComparable.length > 0) return { state: "not_comparable", model, metrics: notComparable };
  if (moves.some(({ at, from }) => from === model && at >= allowedSince))
    return { state: "left_before", model };
  const [lastMove] = moves;
  const until = lastMove ? addDays(dayOf(lastMove.at), COOL_DOWN_DAYS) : null;
  if (until !== null && today < until) return { state: "cooling_down", model, until };
  const since = lastMove && lastMove.at > allowedSince ? lastMove.at : allowedSince;
  const held = heldRuns(newest, runs, dayOf(since));
  return held >= HELD_RUNS
    ? { state: "switch", model, runs: held }
    : { state: "holding", model, runs: held, needed: HELD_RUNS };
}

/** Runs are those of days in UTC. */
const dayOf = (at: Date): string => localDate("UTC", at);

/** Whether nobody decided the experiment, or somebody did for this model. */
const isOpenFor = ({ state, winner }: ExperimentStanding, model: string): boolean =>
  state === "running" || (state === "promoted" && winner === model);

/** How many days in a row, up to the newest, said the same. */
function heldRuns(newest: RecordedRun, runs: readonly RecordedRun[], since: string): number {
  let held = 0;
  for (const run of runs) {
    const isSame =
      run.recommendation === "switch" &&
      run.model === newest.model &&
      run.current === newest.current &&
      run.randomized;
    if (!isSame || run.day < since || run.day !== addDays(newest.day, -held)) break;
    held++;
  }
  return held;
}
