import type { FeedbackAdapter } from "../adapter/adapter.ts";
import type { RatingType } from "../adapter/bodies.ts";
import type { Memory } from "../adapter/memory.ts";
import { type RememberedSubmission, type SubmissionState, type Wish, wishOf } from "./submission-state.ts";

const inPage = new WeakMap<FeedbackAdapter, Memory>();

/** The adapter's memory, or one that lives as long as the adapter. */
export function getMemory(adapter: FeedbackAdapter): Memory {
  if (adapter.memory) return adapter.memory;
  const known = inPage.get(adapter) ?? memoryInPage();
  inPage.set(adapter, known);
  return known;
}

function memoryInPage(): Memory {
  const values = new Map<string, unknown>();
  return { read: (key) => values.get(key), write: (key, value) => void values.set(key, value) };
}

/** The key under which an answer's rating of this type is remembered. */
export const ratingKey = (interactionId: string, type: RatingType): string => `${type} ${interactionId}`;

/** What this device knows about a rating; null if there is nothing valid. */
export function recallSubmission(memory: Memory, key: string): RememberedSubmission | null {
  const { stored, wish } = (memory.read(key) ?? {}) as Partial<RememberedSubmission>;
  const known = stored && isRating(stored, key) ? stored : null;
  const wished = wish && (wish.kind === "take_back" || isRating(wish, key)) ? wish : null;
  return known || wished ? { stored: known, wish: wished } : null;
}

/** Remembers what the server has, and the last request until it is answered. */
export function rememberSubmission(memory: Memory, key: string, state: SubmissionState): void {
  const { stored, inFlight, waiting } = state;
  const wish = waiting ?? (inFlight && wishOf(inFlight));
  const remembered: RememberedSubmission = { stored, wish };
  memory.write(key, stored || wish?.kind === "rate" ? remembered : undefined);
}

const isRating = ({ feedbackId, content }: Partial<Extract<Wish, { kind: "rate" }>>, key: string): boolean =>
  typeof feedbackId === "string" && key.startsWith(`${content?.rating_type} `);
