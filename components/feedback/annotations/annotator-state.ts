import { type Passage, type PassageContent, saysSame } from "./passage.ts";
import type { PassageSelector } from "./selector.ts";

/** What is being said of a passage and not necessarily sent. */
export interface AnnotationForm extends PassageSelector {
  /** The passage that is being changed, or that was sent from here; null for a new one. */
  annotationId: string | null;
  /** A category value; "" for none. */
  category: string;
  comment: string;
}

/** What the user has opened. */
export interface AnnotatorState {
  /** What is unfolded under the answer; only one thing at a time. */
  open: "list" | "form" | "picker" | null;
  /** The passages to list; null for all. */
  only: readonly string[] | null;
  /** The passage that is marked in the answer. */
  active: string | null;
  /** What was typed outlives a refusal. */
  form: AnnotationForm | null;
  /** A form that was closed without being sent: it is there again when its passage is chosen again. */
  abandoned?: AnnotationForm | null;
  /** Whether the form is one of an earlier visit, which nobody has called for now. */
  recalled?: boolean;
  /** What there is to say about the last press, if it sent nothing. */
  hint: "nothing_to_send" | "nothing_selected" | null;
}

/** What may happen to it. */
export type AnnotatorEvent =
  | { type: "chosen"; selector: PassageSelector }
  | { type: "changing"; passage: Passage }
  | { type: "category_toggled"; value: string }
  | { type: "comment_typed"; comment: string }
  | { type: "sent"; annotationId: string }
  /** The server has it, or will have it later. */
  | { type: "settled"; annotationId: string; content: PassageContent }
  | { type: "listed"; only: readonly string[] | null }
  | { type: "activated"; annotationId: string }
  | { type: "picking" }
  | { type: "hinted"; hint: NonNullable<AnnotatorState["hint"]> }
  | { type: "closed" }
  /** By this device, of an earlier visit. */
  | { type: "recalled"; kept: unknown };

/** Nothing open. */
export const closedAnnotator: AnnotatorState = {
  open: null,
  only: null,
  active: null,
  form: null,
  hint: null,
};

/** The next state. */
export function reduceAnnotator(state: AnnotatorState, event: AnnotatorEvent): AnnotatorState {
  switch (event.type) {
    case "chosen": {
      const { abandoned } = state;
      const again = abandoned && samePlace(abandoned, event.selector);
      return opened("form", again ? abandoned : { ...event.selector, ...nothingSaid });
    }
    case "changing": {
      const { annotationId, quote, position, category = "", comment = "" } = event.passage;
      return opened("form", { annotationId, quote, position, category, comment });
    }
    case "category_toggled": {
      const category = state.form?.category === event.value ? "" : event.value;
      return typed(state, { category });
    }
    case "comment_typed":
      return typed(state, { comment: event.comment });
    case "sent":
      return typed(state, { annotationId: event.annotationId });
    case "settled":
      return state.form?.annotationId === event.annotationId && saysSame(said(state.form), event.content)
        ? closedAnnotator
        : state;
    case "listed": {
      const [only, ...more] = event.only ?? [];
      return { ...closedAnnotator, open: "list", only: event.only, active: (!more.length && only) || null };
    }
    case "activated":
      return { ...state, active: event.annotationId };
    case "picking":
      return { ...closedAnnotator, open: "picker" };
    case "hinted":
      return { ...state, hint: event.hint };
    case "closed":
      return { ...closedAnnotator, abandoned: state.form ?? state.abandoned ?? null };
    case "recalled":
      return isForm(event.kept) ? { ...opened("form", event.kept), recalled: true } : state;
  }
}

const nothingSaid = { annotationId: null, category: "", comment: "" };

const samePlace = (one: PassageSelector, other: PassageSelector): boolean =>
  one.quote.exact === other.quote.exact && one.position?.start === other.position?.start;

/** Whether the form says something that its passage does not say yet. */
export const isUnsaid = (form: AnnotationForm, passage: Passage | undefined): boolean =>
  !saysSame(passage ?? {}, said(form));

function isForm(kept: unknown): kept is AnnotationForm {
  const { quote, category, comment } = (kept ?? {}) as Partial<AnnotationForm>;
  return typeof quote?.exact === "string" && typeof category === "string" && typeof comment === "string";
}

/** What the form says of its passage, as it is sent: what is empty is left out. */
export function said({ category, comment }: AnnotationForm): PassageContent {
  const words = comment.trim();
  return { ...(category ? { category } : {}), ...(words ? { comment: words } : {}) };
}

/**
 * The passage that "Send" sends; null when the server has it already. What was refused is the same
 * event again unless it changed; what changed takes the place of what the server has, or may have.
 */
export function passageToSend(
  form: AnnotationForm,
  before: Passage | undefined,
  newId: () => string,
): Passage | null {
  const content = said(form);
  if (before && saysSame(before, content)) return before.status === "refused" ? before : null;
  const { quote, position } = form;
  const replaces = before ? [before.annotationId, ...before.replaces] : [];
  return { annotationId: newId(), quote, position, ...content, status: "sending", replaces };
}

const opened = (open: "form", form: AnnotationForm): AnnotatorState => ({ ...closedAnnotator, open, form });

const typed = (state: AnnotatorState, change: Partial<AnnotationForm>): AnnotatorState => ({
  ...state,
  form: state.form && { ...state.form, ...change },
  hint: null,
});
