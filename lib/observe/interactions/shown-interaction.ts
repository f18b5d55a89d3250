import type { AnnotationItem, FeedbackItem, InteractionDetail, SignalItem } from "./interaction-query.ts";

/** A text as a page shows it: its beginning, or all of it on request. */
export interface ShownText {
  text: string;
  /** Its total length in characters, as PostgreSQL counts them. */
  length: number;
  /** Whether there is more than is shown. */
  cut: boolean;
}

/** One passage that the model was given. */
export interface ShownPassage extends ShownText {
  id: string | null;
  source: string | null;
  score: number | null;
  contentVersion: string | null;
}

/** One rating as a page shows it. */
export interface ShownFeedback extends Omit<FeedbackItem, "correctionText" | "feedbackComment" | "metadata"> {
  comment: ShownText | null;
  /** The length of its correction in characters; null without one. */
  correctionLength: number | null;
  /** What the widget recorded about an edit. */
  edit: unknown;
  /** The beginning of the rest of its metadata as JSON. */
  more: string | null;
}

/** One annotation as a page shows it, with the beginning of its quote. */
export interface ShownAnnotation extends AnnotationItem {
  /** Whether its comment is longer than what is shown. */
  commentCut: boolean;
}

type Texts = "input" | "promptText" | "responseText" | "retrievedContext";
type Values = "promptVariables" | "toolCalls" | "citations" | "modelParams" | "metadata";
type Hanging = "passagesLeftOut" | "feedback" | "feedbackCursor" | "annotations" | "signals";

/** One interaction with its events, limited in size whatever was sent. Values are shown as JSON. */
export interface ShownInteraction extends Omit<InteractionDetail, Texts | Values | Hanging> {
  input: ShownText | null;
  prompt: ShownText | null;
  response: ShownText;
  passages: ShownPassage[];
  promptVariables: ShownText | null;
  toolCalls: ShownText | null;
  citations: ShownText | null;
  modelParams: ShownText | null;
  metadata: ShownText | null;
  /** The first {@link FEEDBACK_MAX}. */
  feedback: ShownFeedback[];
  /** The first {@link ANNOTATIONS_MAX}. */
  annotations: ShownAnnotation[];
  /** The first 1,000. */
  signals: SignalItem[];
}

/** How many ratings, and how many annotations, the page of an interaction shows. */
export const FEEDBACK_MAX = 100;
export const ANNOTATIONS_MAX = 100;

/** How many characters of each text the page of an interaction shows at first. */
export const FOLDS = { text: 1_500, response: 20_000, json: 6_000, passage: 600, comment: 600, quote: 1_000 };

/** How many characters of a text are shown on request: the most that a text can have. */
export const WHOLE = 200_000;
