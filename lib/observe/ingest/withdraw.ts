import type { Sender } from "#lib/platform/route/index.ts";
import { withdrawAnnotation } from "../annotations/index.ts";
import { withdrawFeedback } from "../feedback/index.ts";
import { withdrawPreference } from "../preferences/index.ts";
import { limitWrites } from "./write-limit.ts";

const withdrawals = {
  feedback: withdrawFeedback,
  annotation: withdrawAnnotation,
  preference: withdrawPreference,
};

/**
 * Withdraws a rating, an annotation or a preference, which counts as a write. Returns the rate limit headers.
 * @throws Problem 403 for an invalid token, 404 if none with this ID is the sender's, 429 if the write limit
 * is reached.
 */
export async function withdraw(
  sender: Sender,
  kind: keyof typeof withdrawals,
  id: string,
): Promise<Record<string, string>> {
  const { headers } = await limitWrites(sender, { feedback: 1 });
  await withdrawals[kind](sender, id);
  return headers;
}
