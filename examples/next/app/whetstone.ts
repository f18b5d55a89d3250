import { setTimeout as wait } from "node:timers/promises";
import { createServerClient, type InteractionFields } from "whetstone/client";

const { WHETSTONE_URL: baseUrl = "http://localhost:3000" } = process.env;
const { WHETSTONE_SECRET_KEY: secretKey = "", WHETSTONE_PUBLISHABLE_KEY: publishableKey = "" } = process.env;

/** What the page may know: never the secret key. */
export const forPages = { baseUrl, publishableKey };

const whetstone = createServerClient({
  baseUrl,
  secretKey,
  onRefused: (_event, { detail }) => console.warn(`Whetstone: ${detail}`),
});

/** Logs an answer. Nobody waits long for feedback: without what this gives, the answer is shown and not rated. */
export async function log(answer: InteractionFields) {
  const { stored } = whetstone.logInteraction(answer, { urgent: true });
  return Promise.race([stored, wait(2_000, undefined)]).catch(() => undefined);
}
