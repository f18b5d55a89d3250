import { type Passage, type PassageContent, saysSame } from "./passage.ts";
import type { PassageSelector } from "./selector.ts";

/** A category and comment for a passage that may not be sent yet. */
export interface AnnotationForm extends PassageSelector {
  /** The passage that is being changed, or that was sent from here; null for a new one. */
  annotationId: string | null;
  /** A category value; "" for none. */
  category: string;
  comment: string;
}

/** What the user has opened. */
export interface AnnotatorState {
  /** What is open below the answer; only one thing at a time. */
  open: "list" | "form" | "picker" | null;
  /** The passages to list; null for all. */
  only: readonly string[] | null;
  /** The passage that is active in the answer. */
  active: string | null;
  /** The draft survives a refusal. */
  form: AnnotationForm | null;
  /** A form that was closed without being sent; it returns when its passage is selected again. */
  abandoned?: AnnotationForm | null;
  /** Whether the form is from an earlier visit and was not opened by the user. */
  recalled?: boolean;
  /** The message about the last press, if it sent nothing. */
  hint: "nothing_to_send" | "nothing_selected" | null;
}

/** Events that change the state. */
export type AnnotatorEvent =
  | { type: "chosen"; selector: PassageSelector }
  | { type: "changing"; passage: Passage }
  | { type: "category_toggled"; value: string }
  | { type: "comment_typed"; comment: string }
  | { type: "sent"; annotationId: string }
  /** The server has it, or will get it later. */
  | { type: "settled"; annotationId: string; content: PassageContent }
  | { type: "listed"; only: readonly string[] | null }
  | { type: "activated"; annotationId: string }
  | { type: "picking" }
  | { type: "hinted"; hint: NonNullable<AnnotatorState["hint"]> }
  | { type: "closed" }
  /** From this device, saved on an earlier visit. */
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

/** Whether the form differs from its passage. */
export const isUnsaid = (form: AnnotationForm, passage: Passage | undefined): boolean =>
  !saysSame(passage ?? {}, said(form));

function isForm(kept: unknown): kept is AnnotationForm {
  const { quote, category, comment } = (kept ?? {}) as Partial<AnnotationForm>;
  return typeof quote?.exact === "string" && typeof category === "string" && typeof comment === "string";
}

/** The content of the form as sent: empty values are left out. */
export function said({ category, comment }: AnnotationForm): PassageContent {
  const words = comment.trim();
  return { ...(category ? { category } : {}), ...(words ? { comment: words } : {}) };
}

/**
 * The passage that "Send" sends; null if the server already has it. A refused passage is sent as the same
 * event again unless it changed; a changed one replaces what the server has or may have.
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
