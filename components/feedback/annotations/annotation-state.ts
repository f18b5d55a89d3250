import type { Kept } from "../adapter/adapter.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { Passage } from "./passage.ts";

/** The result of the last request. */
export interface AnnotationNews {
  annotationId: string;
  wish: "save" | "remove";
  busy: boolean;
  /** Where it is kept if it cannot be sent yet. */
  kept: Kept | null;
  /** Why it failed; stays during a retry. */
  refusal: FeedbackRefused | null;
}

/** The passages of one answer. */
export interface AnnotationState {
  /** In the order in which they were created. */
  passages: readonly Passage[];
  /** IDs of removed passages, even if the host still passes them. */
  removed: readonly string[];
  news: AnnotationNews | null;
}

/** Events that change the state. */
export type AnnotationEvent =
  /** From the host, or from this device, which takes precedence. */
  | { type: "told"; passages: readonly Passage[] }
  | { type: "recalled"; passages: readonly Passage[]; removed: readonly string[] }
  /** What another page of the device has stored or removed. */
  | { type: "heard"; passages: readonly Passage[]; removed: readonly string[] }
  | { type: "saved"; passage: Passage }
  | { type: "kept"; annotationId: string; kept: Kept }
  | { type: "accepted"; annotationId: string }
  | { type: "cleared"; annotationId: string; replaced: string }
  | { type: "removing"; annotationId: string }
  | { type: "removed"; annotationId: string }
  | { type: "refused"; annotationId: string; refusal: FeedbackRefused }
  /** A refused passage is dropped. */
  | { type: "dropped"; annotationId: string };

/** The initial state, with the passages that the server is known to have. */
export const initialAnnotations = (passages: readonly Passage[]): AnnotationState => ({
  passages,
  removed: [],
  news: null,
});

/** The next state. */
export function reduceAnnotations(state: AnnotationState, event: AnnotationEvent): AnnotationState {
  switch (event.type) {
    case "told":
      return told(state, event.passages);
    case "recalled":
      return withPassages({ ...state, removed: joined(state.removed, event.removed) }, [
        ...state.passages,
        ...event.passages,
      ]);
    case "heard":
      return heard(state, event.passages, event.removed);
    case "saved":
      return {
        ...withPassages(state, [...state.passages, { ...event.passage, status: "sending" }]),
        news: begun(state, event.passage.annotationId, "save"),
      };
    case "kept":
      return {
        ...changed(state, event.annotationId, { status: "kept" }),
        news: {
          annotationId: event.annotationId,
          wish: "save",
          busy: false,
          kept: event.kept,
          refusal: null,
        },
      };
    case "accepted":
      return accepted(state, event.annotationId);
    case "cleared":
      return cleared(state, event.annotationId, event.replaced);
    case "removing":
      return {
        ...changed(state, event.annotationId, { status: "removing" }),
        news: begun(state, event.annotationId, "remove"),
      };
    case "removed":
      return { ...without(state, [event.annotationId]), news: done(event.annotationId, "remove") };
    case "refused":
      return refused(state, event.annotationId, event.refusal);
    case "dropped":
      return dropped(state, event.annotationId);
  }
}

/** The passage with this ID, if there is one. */
export const passageIn = (state: AnnotationState, annotationId: string): Passage | undefined =>
  state.passages.find((passage) => passage.annotationId === annotationId);

/** Ignores passages that are already known, so that a host can pass them in every render. */
function told(state: AnnotationState, passages: readonly Passage[]): AnnotationState {
  const known = new Set([...state.removed, ...state.passages.map(({ annotationId }) => annotationId)]);
  const news = passages.filter(({ annotationId }) => !known.has(annotationId));
  return news.length > 0 ? withPassages(state, [...state.passages, ...news]) : state;
}

/** Ignores passages in progress, here or elsewhere: whoever sends them reports them. */
function heard(
  state: AnnotationState,
  passages: readonly Passage[],
  removed: readonly string[],
): AnnotationState {
  const known = new Set(state.passages.map(({ annotationId }) => annotationId));
  const news = passages.filter(({ annotationId, status }) => status === "stored" && !known.has(annotationId));
  const gone = removed.filter((annotationId) => !state.removed.includes(annotationId));
  if (news.length === 0 && gone.length === 0) return state;
  return without({ ...state, passages: [...state.passages, ...news] }, gone);
}

/** For each ID, keeps the last passage at the position of the first. */
function withPassages(state: AnnotationState, passages: readonly Passage[]): AnnotationState {
  const byId = new Map(passages.map((passage) => [passage.annotationId, passage]));
  for (const id of state.removed) byId.delete(id);
  return { ...state, passages: [...byId.values()] };
}

function changed(state: AnnotationState, annotationId: string, change: Partial<Passage>): AnnotationState {
  const passages = state.passages.map((passage) =>
    passage.annotationId === annotationId ? { ...passage, ...change } : passage,
  );
  return { ...state, passages };
}

function without(state: AnnotationState, ids: readonly string[]): AnnotationState {
  return withPassages({ ...state, removed: joined(state.removed, ids) }, state.passages);
}

function accepted(state: AnnotationState, annotationId: string): AnnotationState {
  const replaced = passageIn(state, annotationId)?.replaces ?? [];
  const stored = changed(without(state, replaced), annotationId, { status: "stored" });
  return { ...stored, news: done(annotationId, "save") };
}

function cleared(state: AnnotationState, annotationId: string, gone: string): AnnotationState {
  const replaces = passageIn(state, annotationId)?.replaces.filter((id) => id !== gone);
  return replaces ? changed(state, annotationId, { replaces }) : state;
}

function refused(state: AnnotationState, annotationId: string, refusal: FeedbackRefused): AnnotationState {
  const removing = passageIn(state, annotationId)?.status === "removing";
  return {
    ...changed(state, annotationId, { status: removing ? "stored" : "refused" }),
    news: { annotationId, wish: removing ? "remove" : "save", busy: false, kept: null, refusal },
  };
}

function dropped(state: AnnotationState, annotationId: string): AnnotationState {
  const news = state.news?.annotationId === annotationId ? null : state.news;
  return { ...state, passages: state.passages.filter((one) => one.annotationId !== annotationId), news };
}

function begun(state: AnnotationState, annotationId: string, wish: AnnotationNews["wish"]): AnnotationNews {
  const again = state.news?.annotationId === annotationId ? state.news.refusal : null;
  return { annotationId, wish, busy: true, kept: null, refusal: again };
}

const done = (annotationId: string, wish: AnnotationNews["wish"]): AnnotationNews => ({
  annotationId,
  wish,
  busy: false,
  kept: null,
  refusal: null,
});

const joined = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];
