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
 * Takes a rating, an annotation or a preference back, which is a write like any other; the headers that tell what is left.
 * @throws Problem 403 by the token's fault, 404 when there is none of this id that is the sender's, 429 when the sender may write no more.
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
