import type { Sender } from "#lib/platform/route/index";
import { withdrawFeedback } from "../feedback/index.ts";
import { limitWrites } from "./write-limit.ts";

/**
 * Takes a rating back, which is a write like any other; the headers that tell what is left.
 * @throws Problem 403 by the token's fault, 404 when there is no such rating, 429 when the sender may write no more.
 */
export async function withdraw(sender: Sender, feedbackId: string): Promise<Record<string, string>> {
  const { headers } = await limitWrites(sender, 1);
  await withdrawFeedback(sender, feedbackId);
  return headers;
}
