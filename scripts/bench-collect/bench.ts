import { buildForTests, removeTestBuild } from "../test-app/choose-dist.ts";
import { type Contestant, contestants, type RoundResult } from "./contestants.ts";
import { halfLoad, type SteadyLoad } from "./half-load.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { short, whole } from "./markdown.ts";
import type { BenchOptions } from "./options.ts";
import { type Servers, serverStarter } from "./servers.ts";
import { openStage, type Stage } from "./stage.ts";
import { median } from "./statistics.ts";

/** All rounds of one contestant. */
export interface Series {
  id: string;
  label: string;
  rounds: RoundResult[];
}

/** Everything that a run found. */
export interface Findings {
  machine: Machine;
  series: Series[];
  /** The load at half of (a)'s peak; null when (a) was not asked for. */
  steady: SteadyLoad | null;
  /** What autocannon found of the same, by the contestant's id. */
  autocannon: Record<string, RoundResult>;
  /** Greatest resident memory of each server over its whole life, in bytes. */
  peakMemory: Record<string, number>;
}

/** Starts everything, measures, and leaves nothing behind, whether it ends well or not. */
export async function bench(
  options: BenchOptions,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Findings> {
  const root = process.cwd();
  const dist = await buildForTests(root);
  const stage = await openStage(say, signal);
  const { start, stop } = serverStarter(stage, dist);
  try {
    return await measureAll(stage, await start(options.only), options, say);
  } finally {
    await stop();
    await stage.close();
    await removeTestBuild(root);
  }
}

async function measureAll(
  stage: Stage,
  servers: Servers,
  options: BenchOptions,
  say: (text: string) => void,
): Promise<Findings> {
  const machine = await describeMachine(stage);
  const all = contestants(stage, servers, options);
  const series = await takeRounds(all, options.rounds, stage.signal, say);
  const autocannon = await askAutocannon(all, say);
  const peak = medianEvents(series, "a");
  let steady: SteadyLoad | null = null;
  if (servers.whetstone && peak !== undefined) {
    say(`${options.minutes} min at half of the peak of (a)`);
    steady = await halfLoad(stage, { ...servers, whetstone: servers.whetstone }, peak, options);
  }
  const peakMemory: Record<string, number> = {};
  for (const { id, server } of all) {
    const usage = server && (await servers[server]?.usage());
    if (usage) peakMemory[id] = usage.peakRss;
  }
  return { machine, series, autocannon, steady, peakMemory };
}

/** The median of a contestant's events a second; undefined when it was not measured. */
export function medianEvents(series: readonly Series[], id: string): number | undefined {
  const rounds = series.find((each) => each.id === id)?.rounds;
  return rounds && median(rounds.map(({ eventsPerSecond }) => eventsPerSecond));
}

/** Once, so that nobody has to believe our own load. */
async function askAutocannon(all: Contestant[], say: (text: string) => void) {
  const found: Record<string, RoundResult> = {};
  for (const { id, measure } of all.filter(({ id }) => id === "a" || id === "d")) {
    found[id] = await measure("autocannon");
    say(`autocannon: ${id} ${words(found[id])}`);
  }
  return found;
}

/** Everybody in turn, each round begun by another one, so that nobody is always measured after the same neighbour. */
async function takeRounds(
  all: Contestant[],
  rounds: number,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<Series[]> {
  const series = all.map(({ id, label }): Series => ({ id, label, rounds: [] }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      signal.throwIfAborted();
      const at = (round + turn) % all.length;
      const result = await all[at]?.measure();
      if (!result) continue;
      series[at]?.rounds.push(result);
      say(`round ${round + 1}: ${series[at]?.id} ${words(result)}`);
    }
  }
  return series;
}

function words({ eventsPerSecond, p50, p99, micros, machineBusy = 0 }: RoundResult): string {
  const rate = `${whole(eventsPerSecond)} events/s`;
  if (p50 === undefined || p99 === undefined || !micros) return rate;
  const { server, load, rest } = micros;
  return `${rate}, p50 ${short(p50)} ms, p99 ${short(p99)} ms, µs an event: server ${whole(server)}, load ${whole(load)}, rest ${whole(rest)}; machine ${whole(machineBusy * 100)} % busy`;
}
