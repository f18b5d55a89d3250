import type { Kept } from "../adapter/adapter.ts";
import type { RatingContent } from "../adapter/bodies.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import { outcomeUnknown } from "../adapter/refusal.ts";
import { hasDetails } from "./details.ts";

/** What the user wants the server to have: this rating, or none. A retry of a rating keeps its ID. */
export type Wish = { kind: "rate"; feedbackId: string; content: RatingContent } | { kind: "take_back" };

/** A request to the adapter. */
export type Request =
  | { kind: "submit"; feedbackId: string; content: RatingContent }
  | {
      kind: "remove";
      feedbackId: string;
      /** A kept rating to drop first, so that it does not come back. */
      keptId?: string;
    };

/** The state of one rating. At most one request is in progress; the latest wish waits for it. */
export interface SubmissionState {
  /** What the server has acknowledged. */
  stored: { feedbackId: string; content: RatingContent } | null;
  inFlight: Request | null;
  /**
   * Where the rating in flight is kept if it cannot be sent yet; the next wish then replaces it immediately.
   */
  kept: Kept | null;
  waiting: Wish | null;
  /** The wish that failed, while the user can retry it. */
  refused: { wish: Wish; refusal: FeedbackRefused } | null;
  /** The last wish that succeeded, to say thanks for. */
  granted: Wish | null;
  /** The ID of a request whose outcome is unknown: what the server has may differ from `stored`. */
  doubtful: string | null;
  /** Another widget of the same rating reports its outcome. */
  muted?: boolean;
}

/** What a device remembers about a submission. */
export interface RememberedSubmission {
  /** What the server had acknowledged. */
  stored: SubmissionState["stored"];
  /** What the server had not answered when the page was left. */
  wish: Wish | null;
}

/** Events that change a submission. */
export type SubmissionEvent =
  | {
      type: "wished";
      wish: Wish;
      /** Sends it even if the server is known to have the same: that may be outdated. */
      anyway?: boolean | undefined;
    }
  | { type: "kept"; kept: Kept }
  | { type: "accepted"; feedbackId: string }
  | { type: "refused"; refusal: FeedbackRefused }
  | { type: "retried" }
  | { type: "left" }
  | {
      type: "heard";
      /** What another page of the device last wrote. */
      remembered: RememberedSubmission | null;
    }
  | {
      type: "recalled";
      /** What the server has according to the host. */
      known: SubmissionState["stored"];
      remembered: RememberedSubmission | null;
    };

/** The state of a widget whose server has `stored`. */
export function initialSubmission(stored: SubmissionState["stored"] = null): SubmissionState {
  return {
    stored,
    inFlight: null,
    kept: null,
    waiting: null,
    refused: null,
    granted: null,
    doubtful: null,
  };
}

/** The next state; the caller sends `inFlight` if it is a new request. */
export function reduceSubmission(state: SubmissionState, event: SubmissionEvent): SubmissionState {
  switch (event.type) {
    case "wished":
      return wished(state, event.wish, event.anyway);
    case "kept":
      return state.inFlight ? kept(state, state.inFlight, event.kept) : state;
    case "accepted":
      return state.inFlight ? accepted(state, state.inFlight, event.feedbackId) : state;
    case "refused":
      return state.inFlight ? refused(state, state.inFlight, event.refusal) : state;
    case "recalled":
      return recalled(state, event.known, event.remembered);
    case "heard":
      return heard(state, event.remembered);
    case "left":
      return state.granted ? { ...state, granted: null } : state;
    case "retried":
      return state.refused && !state.inFlight ? started(state, state.refused.wish) : state;
  }
}

/** Whether a request is in progress; one that is kept for later is not. */
export function isBusy(state: SubmissionState): boolean {
  return state.inFlight !== null && state.kept === null;
}

/** The rating to show: what the user wants, until the server refuses it. */
export function shownRating(state: SubmissionState): RatingContent | null {
  if (state.waiting) return state.waiting.kind === "rate" ? state.waiting.content : null;
  if (state.inFlight) return state.inFlight.kind === "submit" ? state.inFlight.content : null;
  return state.stored?.content ?? null;
}

/** The refused rating that can be retried; null if there is none. */
export function refusedRating({ refused }: SubmissionState): RatingContent | null {
  return refused?.wish.kind === "rate" ? refused.wish.content : null;
}

/** Whether two ratings have the same content. */
export const sameContent = (one: RatingContent, other: RatingContent): boolean =>
  saidIn(one) === saidIn(other);

const saidIn = (content: RatingContent): string =>
  JSON.stringify([
    content.rating_type,
    content.rating_value,
    content.correction_text,
    content.feedback_comment ?? "",
    content.rating_categories ?? [],
  ]);

/**
 * Before any change, the state comes from what is known. An unanswered wish is newer than anything the host
 * can know, and is sent again as the same event. Otherwise the host knows best what the server has; the
 * device adds the details of the same rating.
 */
function recalled(
  state: SubmissionState,
  given: SubmissionState["stored"],
  remembered: RememberedSubmission | null,
): SubmissionState {
  if (state.inFlight || state.granted || state.refused) return state;
  const known = state.stored ?? given;
  const stored = detailed(known, remembered?.stored ?? null);
  const wish = remembered?.wish;
  if (!wish && stored === state.stored) return state;
  const begun = initialSubmission(stored);
  return wish ? started(begun, wish) : begun;
}

/**
 * What another page of the device wrote replaces what this page knew. A wish in progress here is newer; one
 * that is kept here gives way.
 */
function heard(state: SubmissionState, remembered: RememberedSubmission | null): SubmissionState {
  const stored = remembered?.stored ?? null;
  const ids = [stored, remembered?.wish].map((said) => said && "feedbackId" in said && said.feedbackId);
  if (state.inFlight) {
    return state.kept && !ids.includes(state.inFlight.feedbackId) ? initialSubmission(stored) : state;
  }
  // The server keeps the ID of a rating that is replaced.
  const same =
    state.stored && stored
      ? state.stored.feedbackId === stored.feedbackId && sameContent(state.stored.content, stored.content)
      : state.stored === stored;
  return same ? state : { ...state, stored, granted: null };
}

function detailed(
  known: SubmissionState["stored"],
  own: SubmissionState["stored"],
): SubmissionState["stored"] {
  if (!known || !own) return known ?? own;
  const same = known.feedbackId === own.feedbackId && known.content.rating_value === own.content.rating_value;
  return same && !hasDetails(known.content) ? own : known;
}

function wished(state: SubmissionState, wish: Wish, anyway?: boolean): SubmissionState {
  if (state.inFlight) {
    const underWay = sameWish(wish, wishOf(state.inFlight));
    if (state.kept && !underWay) return overtaking(state, state.inFlight.feedbackId, wish);
    return {
      ...state,
      waiting: underWay ? null : wish,
      refused: underWay ? state.refused : null,
      granted: null,
    };
  }
  // The same wish again is a retry of the same event.
  if (state.refused?.refusal.retryable && sameWish(wish, state.refused.wish)) {
    return started(state, state.refused.wish);
  }
  return started({ ...state, refused: null, granted: null }, wish, anyway);
}

/** The state in which `wish` replaces the kept rating, which the server may have after all. */
function overtaking(state: SubmissionState, keptId: string, wish: Wish): SubmissionState {
  const next = started({ ...state, inFlight: null, kept: null, refused: null, doubtful: keptId }, wish);
  const request = next.inFlight;
  if (request?.kind !== "remove" || request.feedbackId === keptId) return next;
  return { ...next, inFlight: { ...request, keptId } };
}

/** The state with `wish` in progress, or unchanged if the server already has it. */
function started(state: SubmissionState, wish: Wish, anyway?: boolean): SubmissionState {
  if (wish.kind === "take_back") {
    const feedbackId = state.stored?.feedbackId ?? state.doubtful;
    return feedbackId ? { ...state, inFlight: { kind: "remove", feedbackId } } : state;
  }
  const already =
    !anyway && !state.doubtful && state.stored && sameContent(state.stored.content, wish.content);
  return already ? { ...state, granted: wish } : { ...state, inFlight: { ...wish, kind: "submit" } };
}

function accepted(state: SubmissionState, request: Request, feedbackId: string): SubmissionState {
  const stored = request.kind === "submit" ? { feedbackId, content: request.content } : null;
  return followed({
    ...initialSubmission(stored),
    granted: wishOf(request),
    waiting: state.waiting,
  });
}

function kept(state: SubmissionState, request: Request, where: Kept): SubmissionState {
  // The adapter only sends the latest rating, so the waiting one need not wait for this.
  if (state.waiting) return overtaking({ ...state, waiting: null }, request.feedbackId, state.waiting);
  return { ...state, kept: where, refused: null };
}

function refused(state: SubmissionState, request: Request, refusal: FeedbackRefused): SubmissionState {
  const doubtful = outcomeUnknown(refusal) ? request.feedbackId : state.doubtful;
  const idle = { ...state, inFlight: null, kept: null, doubtful };
  // No one is waiting for an overtaken wish, so its refusal is not shown.
  if (state.waiting) return followed({ ...idle, refused: null });
  return { ...idle, refused: { wish: wishOf(request), refusal }, granted: null };
}

function followed(state: SubmissionState): SubmissionState {
  return state.waiting ? started({ ...state, waiting: null }, state.waiting) : state;
}

/** The wish behind a request. */
export function wishOf(request: Request): Wish {
  return request.kind === "submit" ? { ...request, kind: "rate" } : { kind: "take_back" };
}

function sameWish(one: Wish, other: Wish): boolean {
  if (one.kind === "take_back" || other.kind === "take_back") return one.kind === other.kind;
  return sameContent(one.content, other.content);
}
