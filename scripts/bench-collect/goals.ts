import { FLAT_WITHIN, isFlat, type Trend } from "./memory-trend.ts";

/** The figures that the goals are about; undefined where something was not measured. */
export interface GoalFigures {
  /** Medians of events a second. */
  single: number | undefined;
  obvious: number | undefined;
  /** The lesser of batches of 100 and of 1,000, so that neither hides behind the other. */
  lesserBatch: number | undefined;
  insertLimit: number | undefined;
  /** Milliseconds at half of the peak. */
  steadyP99: number | undefined;
  memory: { minutes: number; rss: Trend } | undefined;
}

/** A goal, what was found, and whether that is it; null where it cannot be told. */
export interface Goal {
  goal: string;
  found: string;
  reached: boolean | null;
}

/** For how long memory has to stay flat. */
const MEMORY_MINUTES = 10;
const P99_MS = 100;

/** Holds the figures against the four goals. */
export function judge(figures: GoalFigures): Goal[] {
  const { single, obvious, lesserBatch, insertLimit, steadyP99, memory } = figures;
  return [
    ratioGoal("(a) at least 4 × (d)", single, obvious, 4),
    ratioGoal(
      "(c), the lesser of 100 and 1,000, at least 0.4 × the multi-row limit of (e)",
      lesserBatch,
      insertLimit,
      0.4,
    ),
    steadyP99 === undefined
      ? unknown(`p99 of (a) under ${P99_MS} ms at half its peak`)
      : {
          goal: `p99 of (a) under ${P99_MS} ms at half its peak`,
          found: `${steadyP99.toFixed(1)} ms`,
          reached: steadyP99 < P99_MS,
        },
    memoryGoal(memory),
  ];
}

function ratioGoal(goal: string, value: number | undefined, base: number | undefined, least: number): Goal {
  if (!value || !base) return unknown(goal);
  const ratio = value / base;
  return { goal, found: `${ratio.toFixed(2)} ×`, reached: ratio >= least };
}

function memoryGoal(memory: GoalFigures["memory"]): Goal {
  const goal = `memory flat over ${MEMORY_MINUTES} minutes at that load (last third within ${FLAT_WITHIN * 100} % of the first)`;
  if (!memory) return unknown(goal);
  const { minutes, rss } = memory;
  const found = `${Math.round(rss.firstThird)} → ${Math.round(rss.lastThird)} MB over ${minutes} min`;
  return { goal, found, reached: minutes < MEMORY_MINUTES ? null : isFlat(rss) };
}

const unknown = (goal: string): Goal => ({ goal, found: "not measured", reached: null });
