import type { AssignableExperiment } from "../prompts/assignment.ts";

/** How far an experiment is; the last two are decisions. */
const states = ["draft", "running", "paused", "promoted", "stopped"] as const;

/** An experiment, as far as evaluating it as a flag is concerned. */
export interface Flag extends AssignableExperiment {
  experiment: string;
  state: (typeof states)[number];
  /** The variant that was promoted. */
  winner: string | null;
}

/** All flags of a project, by the names of their experiments. */
export type Flags = ReadonlyMap<string, Flag>;

/** The flags in the server's JSON; null for anything else. */
export function readFlags(json: unknown): Flags | null {
  if (!isRecord(json) || !Array.isArray(json.data)) return null;
  const flags = json.data.map(readFlag);
  return flags.every((flag) => flag !== null) ? new Map(flags.map((flag) => [flag.experiment, flag])) : null;
}

function readFlag(json: unknown): Flag | null {
  if (!isRecord(json) || !Array.isArray(json.arms)) return null;
  const { experiment, salt, traffic, winner } = json;
  const state = states.find((known) => known === json.state);
  const arms = json.arms.filter(isArm).map(({ variant, weight }) => ({ variant, weight }));
  // With an arm missing, its users would be assigned to the others.
  if (arms.length !== json.arms.length || state === undefined) return null;
  if (typeof experiment !== "string" || typeof salt !== "string" || typeof traffic !== "number") return null;
  return { experiment, state, salt, traffic, arms, winner: typeof winner === "string" ? winner : null };
}

const isArm = (arm: unknown): arm is { variant: string; weight: number } =>
  isRecord(arm) && typeof arm.variant === "string" && typeof arm.weight === "number";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The names of the flags that changed, appeared or are gone. */
export function changedFlags(before: Flags, after: Flags): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)));
}
