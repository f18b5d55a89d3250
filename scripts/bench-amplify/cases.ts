import { createHash } from "node:crypto";
import { defaultCategories } from "#lib/domain/category";

/** One input that a publishable key may send, over and over. */
export interface AmplifyCase {
  label: string;
  /** Where the answers lie that it is sent for: all in one hour and of one prompt, or each in an hour and of a prompt of its own. */
  answers: "together" | "apart";
  /** The events of one answer, each with the answer's id; `n` numbers the answers. */
  events(interactionId: string, n: number): object[];
}

/** Letters that say nothing and do not compress well. */
export function noise(seed: string, length: number): string {
  let text = "";
  for (let part = 0; text.length < length; part++)
    text += createHash("sha256").update(`${seed} ${part}`).digest("base64url");
  return text.slice(0, length);
}

/** The same as words, as people's texts are. */
const words = (seed: string, length: number): string => noise(seed, length).replace(/(.{6})./g, "$1 ");

const thumb = (interactionId: string, more: object = {}) => ({
  ...{ type: "feedback", interaction_id: interactionId, rating_type: "binary", rating_value: 0 },
  ...more,
});

const invented = (id: string) =>
  thumb(id, { rating_categories: Array.from({ length: 20 }, (_, index) => noise(`${id} ${index}`, 128)) });

const listed = (id: string) => thumb(id, { rating_categories: defaultCategories });

const signal = (interactionId: string, kind: string) => ({
  ...{ type: "signal", interaction_id: interactionId, signal: kind },
});

const signals = ["copy", "citation_click", "dwell", "regenerate", "rephrase", "follow_up", "accept"];

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What may be sent at its worst: much from little, and as much as may be. */
export const cases: readonly AmplifyCase[] = [
  { label: "A thumb, nothing else", answers: "together", events: (id) => [thumb(id)] },
  { label: "A thumb, nothing else", answers: "apart", events: (id) => [thumb(id)] },
  { label: "A thumb that names 20 invented categories", answers: "together", events: (id) => [invented(id)] },
  { label: "A thumb that names 20 invented categories", answers: "apart", events: (id) => [invented(id)] },
  { label: "A thumb that names all listed categories", answers: "together", events: (id) => [listed(id)] },
  { label: "A thumb that names all listed categories", answers: "apart", events: (id) => [listed(id)] },
  {
    label: "20 thumbs under ids of their own, each in place of the one before",
    answers: "together",
    events: (id) =>
      many(20, (index) => thumb(id, { feedback_id: `${id} ${index}`, rating_value: index % 2 })),
  },
  {
    label: "Seven kinds of signal",
    answers: "together",
    events: (id) => signals.map((kind) => signal(id, kind)),
  },
  {
    label: "Seven kinds of signal",
    answers: "apart",
    events: (id) => signals.map((kind) => signal(id, kind)),
  },
  { label: "100 signals", answers: "together", events: (id) => many(100, () => signal(id, "copy")) },
  {
    label: "A comment of 100,000 characters",
    answers: "together",
    events: (id) => [
      { ...thumb(id), rating_type: "comment", rating_value: null, feedback_comment: words(id, 100_000) },
    ],
  },
  {
    label: "A correction of 10,000 characters",
    answers: "together",
    events: (id) => [
      { ...thumb(id), rating_type: "correction", rating_value: null, correction_text: words(id, 10_000) },
    ],
  },
  {
    label: "A comment of 500 characters",
    answers: "together",
    events: (id) => [
      { ...thumb(id), rating_type: "comment", rating_value: null, feedback_comment: words(id, 500) },
    ],
  },
  {
    label: "10 highlights with a comment each",
    answers: "together",
    events: (id) =>
      many(10, (index) => ({
        ...{ type: "annotation", interaction_id: id, quote: { exact: words(`${id} ${index}`, 60) } },
        ...{ category: noise(`${id} ${index}`, 128), comment: words(`${id} comment ${index}`, 200) },
      })),
  },
  {
    label: "A thumb with 16 kB of metadata",
    answers: "together",
    events: (id) => [thumb(id, { metadata: { own: words(id, 16_000) } })],
  },
];
