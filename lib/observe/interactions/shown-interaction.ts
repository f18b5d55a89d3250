import type { AnnotationItem, FeedbackItem, InteractionDetail, SignalItem } from "./interaction-query.ts";

/** A text as a page shows it: its beginning, or all of it where that was asked for. */
export interface ShownText {
  text: string;
  /** How many characters it has in all, as PostgreSQL counts them. */
  length: number;
  /** Whether that is more than is shown. */
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
  /** How many characters its correction has; null for a rating without. */
  correctionLength: number | null;
  /** What the widget told of how an edit came about. */
  edit: unknown;
  /** The beginning of the JSON of what else came with it. */
  more: string | null;
}

/** One annotation as a page shows it: with the beginning of a long quote. */
export interface ShownAnnotation extends AnnotationItem {
  /** Whether its comment has more than is shown. */
  commentCut: boolean;
}

type Texts = "input" | "promptText" | "responseText" | "retrievedContext";
type Values = "toolCalls" | "citations" | "modelParams" | "metadata";
type Hanging = "passagesLeftOut" | "feedback" | "feedbackCursor" | "annotations" | "signals";

/** One interaction with what hangs on it, bounded in bytes, whatever was sent. Values are shown as JSON. */
export interface ShownInteraction extends Omit<InteractionDetail, Texts | Values | Hanging> {
  input: ShownText | null;
  prompt: ShownText | null;
  response: ShownText;
  passages: ShownPassage[];
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

/** Most ratings, and most annotations, that the page of an interaction shows. */
export const FEEDBACK_MAX = 100;
export const ANNOTATIONS_MAX = 100;

/** How much of each text the page of an interaction shows unasked, in characters. */
export const FOLDS = { text: 1_500, response: 20_000, json: 6_000, passage: 600, comment: 600, quote: 1_000 };

/** How much of a text is shown where all of it is asked for: all that a text may have. */
export const WHOLE = 200_000;
