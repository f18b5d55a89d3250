import { type HeavyTask, heavyTasks } from "./beside.ts";
import { FLAT_WITHIN, isFlat, type Trend } from "./memory-trend.ts";

/** Medians of events a second by contestant; undefined where something was not measured. */
export type Rates = Partial<
  Record<"a" | "b" | "c" | "dRating" | "dThumb" | "dAnswer" | "e100" | "e1000" | "fInsert", number>
>;

/** What a steady load showed: milliseconds, and resident memory over time. */
export interface SteadyFigures {
  p99: number;
  minutes: number;
  rss: Trend;
}

/** What was found with tables of one length. */
export interface GoalFigures {
  rows: number;
  rates: Rates;
  /** Microseconds of processor time that a rating takes. */
  micros: { server: number; postgres: number } | undefined;
  steady: Partial<Record<"a" | "b", SteadyFigures>>;
  /** p99 of ratings beside heavy tasks, in milliseconds. */
  busy: Partial<Record<HeavyTask, number>>;
}

/** A goal, what was found, and whether that is it; null where it cannot be told. */
export interface Goal {
  goal: string;
  found: string;
  reached: boolean | null;
}

/** For how long a load has to last before its memory and its p99 are judged. */
const STEADY_MINUTES = 10;
const P99_MS = 50;
/** How much slower a rating may be beside a rebuild, an import or deletes. */
const BUSY_TIMES = 2;
const RESIDENT_MB = 320;
const MICROS = { server: 90, postgres: 140 } as const;

/** How far apart the longest and the shortest tables may be. */
const APART = 0.15;

const ratios = [
  { name: "(a) a rating", of: "a", to: "dRating", least: 1.5 },
  { name: "(b) a thumb", of: "b", to: "dThumb", least: 1.5 },
  { name: "(c) an answer", of: "c", to: "dAnswer", least: 2.5 },
] as const;

/** Holds the figures of all lengths against the goals; the shortest tables come first. */
export function checkGoals(all: readonly GoalFigures[]): Goal[] {
  const [first, ...longer] = all;
  if (!first) return [];
  return [
    ...all.flatMap(({ rows, rates }) =>
      ratios.map(({ name, of, to, least }) =>
        ratioGoal(
          `${name} at least ${least} × the obvious, at ${words(rows)} rows`,
          rates[of],
          rates[to],
          least,
        ),
      ),
    ),
    ...longer.flatMap(({ rows, rates }) =>
      ratios.map(({ name, of }) => apartGoal(`${name} at ${words(rows)} rows`, rates[of], first.rates[of])),
    ),
    ...(["server", "postgres"] as const).map((of) => microsGoal(of, first.micros?.[of])),
    ratioGoal(
      "(e), the lesser of 100 and 1,000, at least 0.7 × the multi-row limit of (f)",
      lesser(first.rates.e100, first.rates.e1000),
      first.rates.fInsert,
      0.7,
    ),
    ...(["a", "b"] as const).flatMap((id) => steadyGoals(id, first.steady[id])),
    ...(Object.keys(heavyTasks) as HeavyTask[]).map((task) => busyGoal(task, first)),
  ];
}

const words = (rows: number): string => rows.toLocaleString("en-US");

const lesser = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.min(one, other);

function ratioGoal(goal: string, value: number | undefined, base: number | undefined, least: number): Goal {
  if (!value || !base) return unknown(goal);
  const ratio = value / base;
  return { goal, found: `${ratio.toFixed(2)} ×`, reached: ratio >= least };
}

function apartGoal(what: string, value: number | undefined, base: number | undefined): Goal {
  const goal = `${what} at most ${APART * 100} % from what it is with the shortest tables`;
  if (!value || !base) return unknown(goal);
  const apart = value / base - 1;
  return { goal, found: `${(apart * 100).toFixed(0)} %`, reached: Math.abs(apart) <= APART };
}

function microsGoal(of: keyof typeof MICROS, found: number | undefined): Goal {
  const goal = `(a) takes at most ${MICROS[of]} µs of ${of === "server" ? "the server" : "PostgreSQL"}`;
  if (found === undefined) return unknown(goal);
  return { goal, found: `${found.toFixed(0)} µs`, reached: found <= MICROS[of] };
}

function steadyGoals(id: "a" | "b", steady: SteadyFigures | undefined): Goal[] {
  const at = `of (${id}) at half its peak over ${STEADY_MINUTES} minutes`;
  const goals = [
    `p99 ${at} under ${P99_MS} ms`,
    `memory ${at} at most ${RESIDENT_MB} MB and flat (last third within ${FLAT_WITHIN * 100} % of the first)`,
  ] as const;
  if (!steady) return goals.map(unknown);
  const { p99, minutes, rss } = steady;
  const isWhole = minutes >= STEADY_MINUTES;
  const memory = `${Math.round(rss.firstThird)} → ${Math.round(rss.lastThird)} MB over ${minutes} min`;
  return [
    {
      goal: goals[0],
      found: `${p99.toFixed(1)} ms over ${minutes} min`,
      reached: isWhole ? p99 < P99_MS : null,
    },
    { goal: goals[1], found: memory, reached: isWhole ? isFlat(rss) && rss.lastThird <= RESIDENT_MB : null },
  ];
}

function busyGoal(task: HeavyTask, { busy, steady }: GoalFigures): Goal {
  const goal = `p99 of (a) at half its peak beside ${heavyTasks[task].label} at most ${BUSY_TIMES} × what it is without`;
  const [p99, alone] = [busy[task], steady.a?.p99];
  if (p99 === undefined || alone === undefined) return unknown(goal);
  const found = `${(p99 / alone).toFixed(1)} × (${p99.toFixed(1)} ms)`;
  return { goal, found, reached: p99 <= BUSY_TIMES * alone };
}

const unknown = (goal: string): Goal => ({ goal, found: "not measured", reached: null });
