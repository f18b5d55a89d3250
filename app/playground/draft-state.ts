/** A draft that may be rated, as the page knows it. */
export interface ShownDraft {
  interactionId: string;
  feedbackToken: string;
  /** What it was written from. */
  input: string;
  text: string;
  modelName: string;
}

/** Why there is no new draft, in words for the reader. */
export interface DraftFailure {
  message: string;
  /** The session has ended; signing in again helps. */
  signedOut: boolean;
}

/** The state of one task. The previous draft stays until the next one arrives. */
export interface DraftState {
  busy: boolean;
  draft: ShownDraft | null;
  failure: DraftFailure | null;
}

/** What may happen to a task. */
export type DraftEvent =
  | { type: "asked" }
  | { type: "restored"; draft: ShownDraft | null }
  | { type: "written"; draft: ShownDraft }
  | { type: "failed"; failure: DraftFailure };

/** A task of which nothing was asked yet. */
export const noDraft: DraftState = { busy: false, draft: null, failure: null };

/** The next state. */
export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case "asked":
      return { ...state, busy: true, failure: null };
    case "restored":
      return { ...state, draft: event.draft };
    case "written":
      return { busy: false, draft: event.draft, failure: null };
    case "failed":
      return { ...state, busy: false, failure: event.failure };
  }
}

/** What a screen reader announces. A failure is an alert of its own. */
export function announcement(state: DraftState): string {
  if (state.busy) return "Generating draft…";
  return state.draft && !state.failure ? "The draft is ready." : "";
}
