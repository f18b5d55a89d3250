import { anchor } from "./anchor.ts";
import type { AnnotatorState } from "./annotator-state.ts";
import { type Passage, standing } from "./passage.ts";
import type { Span } from "./selector.ts";

/** A passage to list, and where it stands in the answer. */
export interface ListedPassage extends Passage {
  /** null: it was not found. */
  span: Span | null;
}

/** What is drawn on the answer. */
export interface Marks {
  spans: readonly Span[];
  /** The passage that is being looked at or written about. */
  active: Span | null;
}

/** The passages to list, in the order in which they stand in the text; null while there is none. */
export function listedPassages(passages: readonly Passage[], text: string | null): ListedPassage[] {
  const placeOf = ({ span }: ListedPassage) => span?.start ?? Number.MAX_SAFE_INTEGER;
  return standing(passages)
    .map((passage) => ({ ...passage, span: text === null ? null : anchor(text, passage) }))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** What to draw: what the server has or is to have, and the passage of the form also before it is sent. */
export function listMarks(
  passages: readonly ListedPassage[],
  text: string | null,
  { form, active }: Pick<AnnotatorState, "form" | "active">,
): Marks {
  const drawn = passages.filter(({ status }) => status !== "refused");
  const spans = drawn.flatMap(({ span }) => span ?? []);
  const ofForm = form && text !== null ? anchor(text, form) : null;
  // A change that was refused stands beside what it was to replace.
  const isDrawn = spans.some(({ start, end }) => start === ofForm?.start && end === ofForm.end);
  return {
    spans: ofForm && !isDrawn ? [...spans, ofForm] : spans,
    active: ofForm ?? passages.find(({ annotationId }) => annotationId === active)?.span ?? null,
  };
}
