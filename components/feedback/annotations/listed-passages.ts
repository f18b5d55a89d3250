import { anchor } from "./anchor.ts";
import type { AnnotatorState } from "./annotator-state.ts";
import { type Passage, standing } from "./passage.ts";
import type { Span } from "./selector.ts";

/** A passage to list, and its position in the answer. */
export interface ListedPassage extends Passage {
  /** null if it was not found. */
  span: Span | null;
}

/** What to draw on the answer. */
export interface Marks {
  spans: readonly Span[];
  /** The passage that is being viewed or edited. */
  active: Span | null;
}

/** The passages to list, in the order of the text; null if there are none. */
export function listedPassages(passages: readonly Passage[], text: string | null): ListedPassage[] {
  const placeOf = ({ span }: ListedPassage) => span?.start ?? Number.MAX_SAFE_INTEGER;
  return standing(passages)
    .map((passage) => ({ ...passage, span: text === null ? null : anchor(text, passage) }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * What to draw: the passages that the server has or will get, and the passage of the form even before it is
 * sent.
 */
export function listMarks(
  passages: readonly ListedPassage[],
  text: string | null,
  { form, active }: Pick<AnnotatorState, "form" | "active">,
): Marks {
  const drawn = passages.filter(({ status }) => status !== "refused");
  const spans = drawn.flatMap(({ span }) => span ?? []);
  const ofForm = form && text !== null ? anchor(text, form) : null;
  // A refused change is shown next to what it was to replace.
  const isDrawn = spans.some(({ start, end }) => start === ofForm?.start && end === ofForm.end);
  return {
    spans: ofForm && !isDrawn ? [...spans, ofForm] : spans,
    active: ofForm ?? passages.find(({ annotationId }) => annotationId === active)?.span ?? null,
  };
}
