import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sampleInteraction } from "../collect/sample-interaction.ts";
import type { StallsEnvironment } from "./environment.ts";
import { edited, hostileTexts } from "./hostile-texts.ts";

/** How often an ordinary answer is sent, and how long each round takes, in milliseconds. */
const EVERY_MS = 20;
const FOR_MS = 8_000;

/** Rounds with and without attacks alternate, so that other load on the machine affects both. */
const ROUNDS = 5;

/** How long it took to store an ordinary answer, in milliseconds. */
export interface Latencies {
  p50: number;
  p99: number;
  max: number;
}

/** Measures ordinary collection, alone and during hostile texts, in one run. */
export async function measureBeside(
  environment: StallsEnvironment,
): Promise<{ alone: Latencies; beside: Latencies }> {
  await ordinary(environment);
  const [alone, beside]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(...(await ordinary(environment)));
    const stop = new AbortController();
    const hostile = [sendTexts(environment, stop.signal), openPages(environment, stop.signal)];
    beside.push(...(await ordinary(environment)));
    stop.abort();
    await Promise.all(hostile);
    // What was sent is still to be counted and indexed.
    await pause(FOR_MS / 2);
  }
  return { alone: toLatencies(alone), beside: toLatencies(beside) };
}

/** The median, the 99th percentile and the maximum. */
export function toLatencies(times: readonly number[]): Latencies {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** Sends one ordinary answer at a fixed rate, whether or not the previous one was stored. */
async function ordinary({ call }: StallsEnvironment): Promise<number[]> {
  const times: Promise<number>[] = [];
  const end = performance.now() + FOR_MS;
  for (let number = 0; performance.now() < end; number += 1) {
    const sent = performance.now();
    times.push(
      call("POST", "/api/interactions", sampleInteraction(number, randomUUID())).then(
        () => performance.now() - sent,
      ),
    );
    await pause(EVERY_MS);
  }
  return Promise.all(times);
}

/** Two answers and their corrections per second, each of the maximum length. */
async function sendTexts({ call }: StallsEnvironment, signal: AbortSignal): Promise<void> {
  const texts = Object.values(hostileTexts);
  for (let turn = 0; !signal.aborted; turn += 1) {
    const text = texts[turn % texts.length] ?? "";
    const interaction_id = randomUUID();
    const answer = {
      interaction_id,
      feature_name: "bench",
      model_name: "m",
      response_text: text,
      input: text,
    };
    await call("POST", "/api/interactions", answer);
    const correction = {
      interaction_id,
      user_id: "u",
      rating_type: "correction",
      correction_text: edited(text),
    };
    await call("POST", "/api/feedback", correction);
    await pause(500, undefined, { signal }).catch(() => {});
  }
}

/** The first page of the list of answers, again and again. */
async function openPages({ call, open, slug }: StallsEnvironment, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { data } = (await call("GET", "/api/interactions?feature=bench&limit=5")) as {
      data: { interaction_id: string }[];
    };
    for (const { interaction_id: id } of data) if (!signal.aborted) await open(`/${slug}/interactions/${id}`);
    await pause(200, undefined, { signal }).catch(() => {});
  }
}
