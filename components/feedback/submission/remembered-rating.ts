import type { FeedbackAdapter } from "../adapter/adapter.ts";
import type { RatingType } from "../adapter/bodies.ts";
import type { Memory } from "../adapter/memory.ts";
import type { RememberedRating, SubmissionState } from "./submission-state.ts";

const inPage = new WeakMap<FeedbackAdapter, Memory>();

/** The adapter's memory, or one that lives as long as the adapter. */
export function memoryOf(adapter: FeedbackAdapter): Memory {
  if (adapter.memory) return adapter.memory;
  const known = inPage.get(adapter) ?? memoryInPage();
  inPage.set(adapter, known);
  return known;
}

function memoryInPage(): Memory {
  const values = new Map<string, unknown>();
  return { read: (key) => values.get(key), write: (key, value) => void values.set(key, value) };
}

/** What the user last said of an answer by a rating of this type, as far as this device knows. */
export function recallRating(
  adapter: FeedbackAdapter,
  interactionId: string,
  type: RatingType,
): RememberedRating | null {
  const found = memoryOf(adapter).read(keyOf(interactionId, type)) as Partial<RememberedRating> | undefined;
  const { feedbackId, content, acknowledged } = found ?? {};
  if (typeof feedbackId !== "string" || content?.rating_type !== type) return null;
  return { feedbackId, content, acknowledged: acknowledged === true };
}

/** Remembers what a submission came to so far: what the user wants, until the server refuses it. */
export function rememberSubmission(
  adapter: FeedbackAdapter,
  interactionId: string,
  type: RatingType,
  state: SubmissionState,
): void {
  memoryOf(adapter).write(keyOf(interactionId, type), ratingOf(state));
}

function ratingOf({ waiting, inFlight, stored }: SubmissionState): RememberedRating | undefined {
  const wished = waiting?.kind === "rate" ? waiting : inFlight?.kind === "submit" ? inFlight : null;
  if (wished) return { feedbackId: wished.feedbackId, content: wished.content, acknowledged: false };
  return stored ? { ...stored, acknowledged: true } : undefined;
}

const keyOf = (interactionId: string, type: RatingType): string => `${type} ${interactionId}`;
