import type { Memory } from "../adapter/memory.ts";
import { getMemory } from "../submission/remembered-rating.ts";
import {
  clearReplaced,
  type RequestQueue,
  type SettlingHost,
  sendPassage,
  takeBackPassage,
} from "./annotation-requests.ts";
import {
  type AnnotationEvent,
  type AnnotationState,
  initialAnnotations,
  passageIn,
  reduceAnnotations,
} from "./annotation-state.ts";
import type { Passage } from "./passage.ts";

/** What a device remembers about an answer's passages. */
interface RememberedPassages {
  /** Those that the server had not acknowledged are `kept`; those it had not yet removed are `removing`. */
  passages: Passage[];
  removed: string[];
}

/** How many removed passages the device remembers. */
const REMOVED_MAX = 100;

const keyOf = (interactionId: string): string => `annotations ${interactionId}`;

/** Reads what this device knows about an answer's passages, leaving out invalid entries. */
function recallPassages(memory: Memory, interactionId: string): RememberedPassages {
  const found = (memory.read(keyOf(interactionId)) ?? {}) as Partial<RememberedPassages>;
  return {
    passages: Array.isArray(found.passages) ? found.passages.filter(isPassage) : [],
    removed: Array.isArray(found.removed) ? found.removed.filter((id) => typeof id === "string") : [],
  };
}

/** Remembers the state, together with what other pages have added since; refused passages are forgotten. */
function rememberPassages(memory: Memory, interactionId: string, state: AnnotationState): void {
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

/** Sends one answer's annotations to the server, even after their widget has left the page. */
export interface AnnotationQueue {
  state(): AnnotationState;
  subscribe(listener: () => void): () => void;
  /** Adds what this device remembers, and continues what was in progress. */
  recall(): void;
  /** Adds what the host knows. */
  tell(passages: readonly Passage[]): void;
  /** Sends a passage; the same ID again is a retry. */
  save(passage: Passage): void;
  /** Removes a passage; a refused one is dropped. */
  remove(annotationId: string): void;
  /** Retries the last refused request. */
  retry(): void;
}

/** The queue for the host's answer, starting from what the server is known to have. */
export function createAnnotationQueue(host: () => SettlingHost, known: readonly Passage[]): AnnotationQueue {
  let state = initialAnnotations(known);
  let recalled = false;
  const listeners = new Set<() => void>();
  const memory = () => getMemory(host().adapter);

  function dispatch(event: AnnotationEvent) {
    const before = state;
    state = reduceAnnotations(state, event);
    if (state === before) return;
    if (event.type !== "told" && event.type !== "recalled" && event.type !== "heard")
      rememberPassages(memory(), host().interactionId, state);
    for (const listener of listeners) listener();
  }

  const desk: RequestQueue = { host, state: () => state, dispatch };

  function save(passage: Passage) {
    dispatch({ type: "saved", passage });
    void sendPassage(desk, passage, false);
  }

  function remove(annotationId: string) {
    const passage = passageIn(state, annotationId);
    if (passage?.status === "refused") return dispatch({ type: "dropped", annotationId });
    if (!passage || passage.status === "removing") return;
    dispatch({ type: "removing", annotationId });
    void takeBackPassage(desk, annotationId);
  }

  return {
    state: desk.state,
    subscribe(listener) {
      const { watchers } = memory();
      const hear = () => dispatch({ type: "heard", ...recallPassages(memory(), host().interactionId) });
      listeners.add(listener);
      watchers?.add(hear);
      return () => {
        listeners.delete(listener);
        watchers?.delete(hear);
      };
    },
    recall() {
      if (recalled) return;
      recalled = true;
      const remembered = recallPassages(memory(), host().interactionId);
      dispatch({ type: "recalled", ...remembered });
      for (const passage of remembered.passages) {
        if (passage.status === "kept") void sendPassage(desk, passage, true);
        else if (passage.status === "removing") void takeBackPassage(desk, passage.annotationId);
        else void clearReplaced(desk, passage);
      }
    },
    tell: (passages) => dispatch({ type: "told", passages }),
    save,
    remove,
    retry() {
      const { annotationId = "", wish, refusal, busy } = state.news ?? {};
      const passage = passageIn(state, annotationId);
      if (!passage || !refusal || busy) return;
      if (wish === "save") save(passage);
      else remove(annotationId);
    },
  };
}
