import type { Memory } from "../adapter/memory.ts";
import type { AnnotationState } from "./annotation-state.ts";
import type { Passage } from "./passage.ts";

/** What a device remembers of an answer's passages. */
export interface RememberedPassages {
  /** Those that the server had not acknowledged yet are `kept`, and `removing` those that it was to have no more. */
  passages: Passage[];
  removed: string[];
}

/** Of how many passages the device remembers that they are gone. */
const REMOVED_MAX = 100;

const keyOf = (interactionId: string): string => `annotations ${interactionId}`;

/** What this device knows of an answer's passages. What does not read as such is left out. */
export function recallPassages(memory: Memory, interactionId: string): RememberedPassages {
  const found = (memory.read(keyOf(interactionId)) ?? {}) as Partial<RememberedPassages>;
  return {
    passages: Array.isArray(found.passages) ? found.passages.filter(isPassage) : [],
    removed: Array.isArray(found.removed) ? found.removed.filter((id) => typeof id === "string") : [],
  };
}

/** Remembers what the state came to, beside what other pages have added since; what was refused is forgotten. */
export function rememberPassages(memory: Memory, interactionId: string, state: AnnotationState): void {
  const before = recallPassages(memory, interactionId);
  const removed = [...new Set([...before.removed, ...state.removed])].slice(-REMOVED_MAX);
  const known = new Set([...removed, ...state.passages.map(({ annotationId }) => annotationId)]);
  const others = before.passages.filter(({ annotationId }) => !known.has(annotationId));
  const own = state.passages.filter(({ status }) => status !== "refused").map(remembered);
  const passages = [...others, ...own];
  const nothing = passages.length === 0 && removed.length === 0;
  memory.write(keyOf(interactionId), nothing ? undefined : { passages, removed });
}

const remembered = (passage: Passage): Passage => ({
  ...passage,
  status: passage.status === "sending" ? "kept" : passage.status,
});

function isPassage(found: unknown): found is Passage {
  const { annotationId, quote, status, replaces } = (found ?? {}) as Partial<Passage>;
  return (
    typeof annotationId === "string" &&
    typeof quote?.exact === "string" &&
    (status === "kept" || status === "stored" || status === "removing") &&
    Array.isArray(replaces)
  );
}
