import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { dashboardPages } from "#tests/driving/dashboard-pages.ts";
import type { StallsEnvironment } from "./environment.ts";
import { edited, hostileTexts } from "./hostile-texts.ts";
import type { Stalls } from "./stalls.ts";

/** How often to check whether the jobs are done, and for how long at most, in milliseconds. */
const [ASK_EVERY_MS, PATIENCE_MS] = [500, 300_000];

/** Every page that is not about one answer. */
const pages = dashboardPages.filter((path) => !path.includes("["));

const reads = [
  "/api/interactions",
  "/api/dashboard/overview",
  "/api/dashboard/trends",
  "/api/dashboard/categories",
  "/api/dashboard/models",
  "/api/dashboard/prompts",
  "/api/dashboard/features",
  "/api/dashboard/cohorts?kind=tenant",
  "/api/dashboard/bias",
  "/api/dashboard/corrections",
  "/api/dashboard/loop",
  "/api/dashboard/problems",
  "/api/dashboard/scores",
  "/api/feedback/stats/bench",
  "/api/events",
  "/api/preferences",
  "/api/impact?interaction_id=i",
  "/api/openapi.json",
  "/api/ready",
];

/** Sends a text wherever texts are accepted, and opens everything that shows it. */
export async function walkWith(
  environment: StallsEnvironment,
  stalls: Stalls,
  name: string,
  text: string,
): Promise<string> {
  const { call, open, slug } = environment;
  const id = randomUUID();
  const answer = { feature_name: "bench", model_name: "m", response_text: text };
  const whole = {
    interaction_id: id,
    ...answer,
    input: text,
    prompt_text: text,
    retrieved_context: [text, { text }],
  };
  const send = (path: string, body: object, as = path) =>
    stalls.during(`POST ${as}`, name, () => call("POST", path, body));
  await send("/api/interactions", whole);
  const rate = { interaction_id: id, user_id: "u" };
  await send("/api/feedback", { ...rate, rating_type: "binary", rating_value: 0, feedback_comment: text });
  await send("/api/feedback", { ...rate, rating_type: "correction", correction_text: edited(text) });
  const quote = { exact: text, prefix: text, suffix: text };
  await send("/api/annotations", { ...rate, quote, comment: text });
  const signal = { type: "signal", interaction_id: id, signal: "copy" };
  const comment = { type: "feedback", ...rate, rating_type: "comment", feedback_comment: text };
  await send("/api/events", {
    events: [signal, ...Array.from({ length: 8 }, (_, n) => ({ ...comment, user_id: `u${n}` }))],
  });
  const short = Array.from({ length: 500 }, (_, n) => ({
    ...answer,
    response_text: text.slice(n * 100, n * 100 + 1_500) || ".",
  }));
  await send("/api/interactions", { interactions: short }, "/api/interactions (500 of 1.5 kB)");
  const waiting = Array.from({ length: 8 }, () => ({ ...comment, interaction_id: randomUUID() }));
  await send("/api/events", { events: waiting }, "/api/events (interactions missing)");
  const long = randomUUID();
  const passages = {
    interaction_id: long,
    ...answer,
    retrieved_context: Array.from({ length: 90 }, () => text),
  };
  await send("/api/interactions", passages, "/api/interactions (90 passages)");
  await send("/api/redaction/preview", { text });
  const read = (path: string, as: string) => stalls.during(`GET ${as}`, name, () => call("GET", path));
  await read(`/api/interactions/${id}`, "/api/interactions/:id");
  await read(`/api/interactions/${long}`, "/api/interactions/:id (90 passages)");
  await read(`/api/feedback/${id}`, "/api/feedback/:id");
  await read(`/api/interactions?q=${encodeURIComponent(text.slice(0, 200))}`, "/api/interactions?q=");
  const show = (path: string, as: string) => stalls.during(`page ${as}`, name, () => open(`/${slug}${path}`));
  await show(`/interactions/${id}`, "/interactions/:id");
  for (const each of ["response", "input", "passage:1"])
    await show(`/interactions/${id}?whole=${encodeURIComponent(each)}`, `/interactions/:id?whole=${each}`);
  await show(`/interactions?q=${encodeURIComponent(text.slice(0, 200))}`, "/interactions?q=");
  return id;
}

/** How many fields fit into 900 kB. */
const FIELDS = 80_000;

/** Sends bodies with very many fields: unknown ones, and the sender's own. */
export async function sendFields({ call }: StallsEnvironment, stalls: Stalls): Promise<void> {
  const fields = Object.fromEntries(Array.from({ length: FIELDS }, (_, n) => [`f${n}`, 1]));
  const answer = { feature_name: "bench", model_name: "m", response_text: "It says so." };
  const bodies = {
    "unknown fields": { ...answer, ...fields },
    "fields of metadata": { ...answer, metadata: fields },
    "fields of a field of metadata": { ...answer, metadata: { own: fields } },
  };
  for (const [name, body] of Object.entries(bodies))
    await stalls.during("POST /api/interactions (80,000 fields)", name, () =>
      call("POST", "/api/interactions", body),
    );
}

/** Opens every page and calls every route that covers many answers. */
export async function walkAll({ call, open, slug }: StallsEnvironment, stalls: Stalls): Promise<void> {
  for (const path of pages)
    await stalls.during(`page ${path || "/"}`, "all of them", () => open(`/${slug}${path}`));
  for (const path of reads)
    await stalls.during(`GET ${path.replace(/\?.*/, "")}`, "all of them", () => call("GET", path));
}

/**
 * Sends several corrections of 50,000 words and waits until the jobs have compared and indexed all of them.
 * @returns how long that took, in seconds.
 */
export async function correctAtOnce(
  { call }: StallsEnvironment,
  stalls: Stalls,
  corrections: number,
): Promise<number> {
  const text = hostileTexts["short words"] ?? "";
  const ids = Array.from({ length: corrections }, () => randomUUID());
  const core = { feature_name: "bench", model_name: "m", response_text: text };
  for (const interaction_id of ids) await call("POST", "/api/interactions", { interaction_id, ...core });
  const started = performance.now();
  const correction_text = [...text].reverse().join("");
  await stalls.during(`jobs: ${corrections} corrections of 50,000 words`, "short words", async () => {
    for (const interaction_id of ids)
      await call("POST", "/api/feedback", {
        interaction_id,
        user_id: "u",
        rating_type: "correction",
        correction_text,
      });
    await untilQuiet(call);
  });
  return (performance.now() - started) / 1_000;
}

/** Waits until the jobs have counted, compared and indexed everything. */
async function untilQuiet(call: StallsEnvironment["call"]): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let seen = ""; performance.now() < end; ) {
    await pause(ASK_EVERY_MS * 8);
    const now = JSON.stringify(await call("GET", "/api/dashboard/corrections?feature=bench"));
    if (now === seen) return;
    seen = now;
  }
}
