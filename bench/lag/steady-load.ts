import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type EventBody, recordEvents } from "#lib/observe/ingest/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";

/** How often events are sent, in milliseconds. */
const BEAT_MS = 100;

/** Of ten events, six are answers, three are ratings of earlier answers, and one is a signal. */
const KINDS = [
  "answer",
  "rating",
  "answer",
  "signal",
  "answer",
  "rating",
  "answer",
  "answer",
  "rating",
  "answer",
];

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** Stores a number of events per second until stopped, in batches as a client's queue sends them. */
export async function steadyLoad(
  project: ProjectContext,
  rate: number,
  signal: AbortSignal,
): Promise<number> {
  const answers: string[] = [];
  const [began, sending] = [performance.now(), new Set<Promise<void>>()];
  let [made, stored] = [0, 0];
  while (!signal.aborted) {
    const due = Math.floor(((performance.now() - began) / 1_000) * rate);
    const events = Array.from({ length: due - made }, (_, index) => makeEvent(made + index, answers));
    made = due;
    if (events.length > 0) {
      const batch = store(project, events).then((count) => {
        stored += count;
        sending.delete(batch);
      });
      sending.add(batch);
    }
    await pause(BEAT_MS);
  }
  await Promise.all(sending);
  return stored;
}

/** How many of these events were stored; none if the app was overloaded and rejected them. */
async function store(project: ProjectContext, events: readonly EventBody[]): Promise<number> {
  try {
    const results = await recordEvents(project, events);
    return results.filter((result) => !(result instanceof Problem)).length;
  } catch (error) {
    if (error instanceof Problem) return 0;
    throw error;
  }
}

function makeEvent(number: number, answers: string[]): EventBody {
  const kind = answers.length === 0 ? "answer" : KINDS[number % KINDS.length];
  if (kind === "signal") return { type: "signal", body: { interaction_id: pick(answers), signal: "copy" } };
  if (kind === "rating") {
    const body = {
      interaction_id: pick(answers),
      user_id: randomUUID(),
      rating_value: number % 3 === 0 ? 0 : 1,
    };
    return { type: "feedback", body: { ...body, rating_type: "binary", rating_categories: [] } };
  }
  const interaction_id = randomUUID();
  answers.push(interaction_id);
  return { type: "interaction", body: { interaction_id, ...answerOf(number) } };
}

const answerOf = (number: number) => ({
  feature_name: `feature-${number % 4}`,
  model_name: `model-${number % 3}`,
  prompt_template: "template",
  prompt_version: `v${number % 5}`,
  tenant: `tenant-${number % 50}`,
  language: pick(["en", "de", "fr"]),
  response_text: "Lorem ipsum dolor sit amet. ".repeat(20),
  response_latency_ms: 200 + (number % 3_000),
  token_count: 100 + (number % 900),
  cost_usd: (number % 2_000) / 1e5,
});
