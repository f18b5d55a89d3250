import { memoryOf } from "../submission/remembered-rating.ts";
import {
  clearReplaced,
  type RequestDesk,
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
import { recallPassages, rememberPassages } from "./remembered-passages.ts";

/** Carries one answer's annotations to the server, also after their widget has left the page. */
export interface AnnotationQueue {
  state(): AnnotationState;
  subscribe(listener: () => void): () => void;
  /** Adds what this device remembers, and goes on with what was on its way. */
  recall(): void;
  /** Adds what the host knows. */
  tell(passages: readonly Passage[]): void;
  /** Wants the server to have the passage; again under the same id is another try. */
  save(passage: Passage): void;
  /** Wants the server to have it no more; one that was refused is given up. */
  remove(annotationId: string): void;
  /** Tries again what was refused last. */
  retry(): void;
}

/** A queue for the host's answer; begins with what the server is known to have. */
export function createAnnotationQueue(host: () => SettlingHost, known: readonly Passage[]): AnnotationQueue {
  let state = initialAnnotations(known);
  let recalled = false;
  const listeners = new Set<() => void>();
  const memory = () => memoryOf(host().adapter);

  function dispatch(event: AnnotationEvent) {
    const before = state;
    state = reduceAnnotations(state, event);
    if (state === before) return;
    if (event.type !== "told" && event.type !== "recalled" && event.type !== "heard")
      rememberPassages(memory(), host().interactionId, state);
    for (const listener of listeners) listener();
  }

  const desk: RequestDesk = { host, state: () => state, dispatch };

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
