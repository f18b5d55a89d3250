import type { AnswerEventType } from "#lib/domain/answer-events.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { withdrawAnnotation } from "../annotations/index.ts";
import { withdrawFeedback } from "../feedback/index.ts";
import { withdrawPreference } from "../preferences/index.ts";
import { limitWrites } from "./write-limit.ts";

/** How an event of each type is withdrawn; a signal is not anything that its user said. */
const withdrawals = {
  feedback: withdrawFeedback,
  annotation: withdrawAnnotation,
  signal: null,
  preference: withdrawPreference,
} satisfies Record<AnswerEventType, ((sender: Sender, id: string) => Promise<unknown>) | null>;

type Withdrawn = {
  [Type in AnswerEventType]: (typeof withdrawals)[Type] extends null ? never : Type;
}[AnswerEventType];

/**
 * Withdraws a rating, an annotation or a preference, which counts as a write. Returns the rate limit headers.
 * @throws Problem 403 for an invalid token, 404 if none with this ID is the sender's, 429 if the write limit
 * is reached.
 */
export async function withdraw(sender: Sender, kind: Withdrawn, id: string): Promise<Record<string, string>> {
  const { headers } = await limitWrites(sender, { feedback: 1 });
  await withdrawals[kind](sender, id);
  return headers;
}
