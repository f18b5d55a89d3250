import { parseArgs } from "node:util";

/** How long a soak is. */
export interface SoakOptions {
  rounds: number;
  seconds: number;
  bodies: number;
  seed: number;
}

/** What a soak is where nothing else is asked; a part that is shorter keeps no figures. */
const FULL = { rounds: 10, seconds: 30, bodies: 20_000 } as const;

export const usage = `Usage: npm run soak -- [--rounds ${FULL.rounds}] [--seconds ${FULL.seconds}] [--bodies ${FULL.bodies}] [--seed N]

Rounds of clients that write while the app is killed, rounds while PostgreSQL is stopped, and generated bodies against
every route that collects. 0 leaves a part out. The figures of a part at full length go into docs/reliability.md.`;

/**
 * What the command line asks for.
 * @throws Error that names what does not fit.
 */
export function soakOptions(args: readonly string[]): SoakOptions {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: option, seconds: option, bodies: option, seed: option },
  });
  const whole = (name: keyof SoakOptions, otherwise: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not “${text}”.`);
    return Number(text);
  };
  return {
    rounds: whole("rounds", FULL.rounds),
    seconds: whole("seconds", FULL.seconds),
    bodies: whole("bodies", FULL.bodies),
    seed: whole("seed", Math.floor(Math.random() * 1e9)),
  };
}

/** Whether a part of a run is long enough for its figures to be kept. */
export const isFull = (part: "rounds" | "bodies", { rounds, seconds, bodies }: SoakOptions): boolean =>
  part === "bodies" ? bodies >= FULL.bodies : rounds >= FULL.rounds && seconds >= FULL.seconds;
