import { buildForTests, removeTestBuild } from "../test-app/choose-dist.ts";
import { type Contestant, contestants, type RoundResult } from "./contestants.ts";
import { halfLoad, type SteadyLoad } from "./half-load.ts";
import { describeMachine } from "./machine.ts";
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
  machine: string[];
  series: Series[];
  /** The load at half of (a)'s peak; null when (a) was not asked for. */
  steady: SteadyLoad | null;
  /** Greatest resident memory of each server over its whole life, in bytes. */
  peakMemory: Record<string, number>;
}

/** Starts everything, measures, and leaves nothing behind, whether it ends well or not. */
export async function bench(options: BenchOptions, say: (text: string) => void): Promise<Findings> {
  const root = process.cwd();
  const dist = await buildForTests(root);
  const stage = await openStage(say);
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
  const series = await takeRounds(contestants(stage, servers, options), options.rounds, say);
  const peak = median(
    series.find(({ id }) => id === "a")?.rounds.map(({ eventsPerSecond }) => eventsPerSecond) ?? [],
  );
  let steady: SteadyLoad | null = null;
  if (servers.whetstone && peak > 0) {
    say(`${options.minutes} min at half of the peak of (a)`);
    steady = await halfLoad(stage, servers.whetstone, peak, options);
  }
  const peakMemory: Record<string, number> = {};
  for (const [name, server] of Object.entries(servers)) peakMemory[name] = (await server.usage()).peakRss;
  return { machine, series, steady, peakMemory };
}

/** Everybody in turn, each round begun by another one, so that nobody is always measured after the same neighbour. */
async function takeRounds(all: Contestant[], rounds: number, say: (text: string) => void): Promise<Series[]> {
  const series = all.map(({ id, label }): Series => ({ id, label, rounds: [] }));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      const at = (round + turn) % all.length;
      const result = await all[at]?.measure();
      if (!result) continue;
      series[at]?.rounds.push(result);
      say(`round ${round + 1}: ${series[at]?.id} ${words(result)}`);
    }
  }
  return series;
}

function words({ eventsPerSecond, p50, p99, serverCpu, cpu, machineBusy }: RoundResult): string {
  const rate = `${Math.round(eventsPerSecond)} events/s`;
  if (p50 === undefined || p99 === undefined) return rate;
  const share = (part = 0) => `${Math.round(part * 100)} %`;
  return `${rate}, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, server ${share(serverCpu)} and load ${share(cpu)} of a core, machine ${share(machineBusy)} busy`;
}
