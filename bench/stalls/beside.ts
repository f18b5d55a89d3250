import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { sampleInteraction } from "../collect/sample-interaction.ts";
import type { StallsEnvironment } from "./environment.ts";
import { edited, hostileTexts } from "./hostile-texts.ts";

/** How often an ordinary answer is sent, and how long each round of them lasts, in milliseconds. */
const EVERY_MS = 20;
const FOR_MS = 8_000;

/** Rounds alone and beside take turns, so that what else the machine does falls on both. */
const ROUNDS = 5;

/** How long an ordinary answer took to be stored, in milliseconds. */
export interface Latencies {
  p50: number;
  p99: number;
  max: number;
}

/** What ordinary collection takes alone, and what with hostile texts beside it, in one run. */
export async function measureBeside(
  ground: StallsEnvironment,
): Promise<{ alone: Latencies; beside: Latencies }> {
  await ordinary(ground);
  const [alone, beside]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(...(await ordinary(ground)));
    const stop = new AbortController();
    const hostile = [sendTexts(ground, stop.signal), openPages(ground, stop.signal)];
    beside.push(...(await ordinary(ground)));
    stop.abort();
    await Promise.all(hostile);
    // What was sent is still to be counted and indexed.
    await pause(FOR_MS / 2);
  }
  return { alone: toLatencies(alone), beside: toLatencies(beside) };
}

/** The median, the slowest of a hundred and the slowest of all. */
export function toLatencies(times: readonly number[]): Latencies {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** One ordinary answer every so often, whether the one before was stored or not. */
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

/** Two answers and their corrections a second, each as long as it may be. */
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

/** The page of the newest answers, one after the other. */
async function openPages({ call, open, slug }: StallsEnvironment, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { data } = (await call("GET", "/api/interactions?feature=bench&limit=5")) as {
      data: { interaction_id: string }[];
    };
    for (const { interaction_id: id } of data) if (!signal.aborted) await open(`/${slug}/interactions/${id}`);
    await pause(200, undefined, { signal }).catch(() => {});
  }
}
