import { buildForTests, removeTestBuild } from "#scripts/test-app/choose-dist.ts";
import { type BeforeBuild, startBefore } from "./before-build.ts";
import { type HeavyTask, heavyTasks } from "./beside.ts";
import { type Candidate, listCandidates, type RoundResult } from "./candidates.ts";
import { type BenchEnvironment, openEnvironment } from "./environment.ts";
import { type BusyLoad, busyLoad, halfLoad, type SteadyLoad } from "./half-load.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { short, whole } from "./markdown.ts";
import type { BenchOptions } from "./options.ts";
import { functionProfile, profiledSettings, statementProfile, watchStatements } from "./profile.ts";
import { type Servers, serverStarter } from "./servers.ts";
import { median } from "./statistics.ts";

/** All rounds of one contestant. */
export interface Series {
  id: string;
  label: string;
  rounds: RoundResult[];
}

/** What was found with tables of one length. */
export interface Findings {
  machine: Machine;
  rows: number;
  series: Series[];
  /** Loads at half of the peak: (a) ratings, (b) thumbs; only with the shortest tables, and only of what was asked for. */
  steady: Partial<Record<"a" | "b", SteadyLoad>>;
  /** Loads of ratings at half of their peak beside heavy tasks; only with the shortest tables. */
  busy: Partial<Record<HeavyTask, BusyLoad>>;
  /** What autocannon found of the same, by the contestant's id; with the shortest tables alone. */
  autocannon: Record<string, RoundResult>;
  /** Greatest resident memory of each server over its whole life, in bytes. */
  peakMemory: Record<string, number>;
}

/** Starts everything, measures, and leaves nothing behind, whether it ends well or not. */
export async function bench(
  options: BenchOptions,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Findings[]> {
  const root = process.cwd();
  const dist = await buildForTests(root);
  const found: Findings[] = [];
  try {
    for (const rows of options.rows) {
      try {
        found.push(await benchWith(rows, found.length === 0, dist, options, say, signal));
      } catch (error) {
        // What was measured before is not lost for it.
        if (found.length === 0 || signal.aborted) throw error;
        say(`${whole(rows)} rows could not be measured: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    await removeTestBuild(root);
  }
  return found;
}

async function benchWith(
  rows: number,
  isFirst: boolean,
  dist: string,
  options: BenchOptions,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<Findings> {
  const stage = await openEnvironment(say, signal, options.profile ? profiledSettings : {});
  const { start, stop } = serverStarter(stage, dist, options.processes);
  let before: BeforeBuild | undefined;
  try {
    say(`${whole(rows)} rows`);
    await stage.fill(rows);
    const servers = await start(options.only);
    if (options.before) before = await startBefore(stage, options.before);
    const machine = await describeMachine(stage);
    if (options.profile) {
      await watchStatements(stage.client);
      await servers.whetstone?.profile("begin");
    }
    const all = listCandidates(stage, servers, options, before);
    const series = await takeRounds(all, options.rounds, stage.signal, say);
    if (options.profile) {
      const events = series
        .flatMap(({ rounds }) => rounds)
        .reduce((sum, { acknowledged = 0 }) => sum + acknowledged, 0);
      for (const line of await statementProfile(stage.client, events)) say(line);
      const file = await servers.whetstone?.profile("end");

      if (file) for (const line of await functionProfile(file)) say(line);
      return { machine, rows, series, autocannon: {}, steady: {}, busy: {}, peakMemory: {} };
    }
    const autocannon = isFirst ? await askAutocannon(all, say) : {};
    const steady = isFirst ? await steadyLoads(stage, servers, series, options, say) : {};
    const busy = isFirst ? await busyLoads(stage, servers, series, options, say) : {};
    return { machine, rows, series, autocannon, steady, busy, peakMemory: await peakMemoryOf(all, servers) };
  } finally {
    await before?.stop();
    await stop();
    await stage.close();
  }
}

async function steadyLoads(
  stage: BenchEnvironment,
  servers: Servers,
  series: readonly Series[],
  options: BenchOptions,
  say: (text: string) => void,
): Promise<Findings["steady"]> {
  const steady: Findings["steady"] = {};
  for (const [id, kind] of [
    ["a", "rating"],
    ["b", "thumb"],
  ] as const) {
    const peak = medianEvents(series, id);
    if (!servers.whetstone || peak === undefined) continue;
    say(`${options.minutes} min at half of the peak of (${id})`);
    const load = await halfLoad(stage, { ...servers, whetstone: servers.whetstone }, kind, peak, options);
    say(`half of the peak: ${words(load)}`);
    steady[id] = load;
  }
  return steady;
}

async function busyLoads(
  stage: BenchEnvironment,
  servers: Servers,
  series: readonly Series[],
  options: BenchOptions,
  say: (text: string) => void,
): Promise<Findings["busy"]> {
  const busy: Findings["busy"] = {};
  const peak = medianEvents(series, "a");
  if (!servers.whetstone || peak === undefined) return busy;
  for (const task of Object.keys(heavyTasks) as HeavyTask[]) {
    const load = await busyLoad(stage, servers, task, peak, options);
    say(`half of the peak of (a) beside ${heavyTasks[task].label}, ${load.times} times: ${words(load)}`);
    busy[task] = load;
  }
  return busy;
}

async function peakMemoryOf(all: readonly Candidate[], servers: Servers): Promise<Record<string, number>> {
  const peakMemory: Record<string, number> = {};
  for (const { id, server } of all) {
    const usage = server && (await servers[server]?.usage());
    if (usage) peakMemory[id] = usage.peakRss;
  }
  return peakMemory;
}

/** The median of a contestant's events a second; undefined when it was not measured. */
export function medianEvents(series: readonly Series[], id: string): number | undefined {
  const rounds = series.find((each) => each.id === id)?.rounds;
  return rounds && median(rounds.map(({ eventsPerSecond }) => eventsPerSecond));
}

/** Once, so that nobody has to believe our own load. */
async function askAutocannon(all: Candidate[], say: (text: string) => void) {
  const found: Record<string, RoundResult> = {};
  for (const { id, measure } of all.filter(({ id }) => id === "c" || id === "dAnswer")) {
    found[id] = await measure("autocannon");
    say(`autocannon: ${id} ${words(found[id])}`);
  }
  return found;
}

/** Everybody in turn, each round begun by another one, so that nobody is always measured after the same neighbour. */
async function takeRounds(
  all: Candidate[],
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
  const { server, load, postgres } = micros;
  return `${rate}, p50 ${short(p50)} ms, p99 ${short(p99)} ms, µs an event: server ${whole(server)}, load ${whole(load)}, PostgreSQL ${whole(postgres)}; machine ${whole(machineBusy * 100)} % busy`;
}
