import { createHash } from "node:crypto";
import { CATEGORIES_PAIRED_MAX, defaultCategories } from "#lib/domain/category.ts";

/** An input that a publishable key can send repeatedly. */
export interface AmplifyCase {
  label: string;
  /** Whether its answers share one hour and prompt, or each have a different day and prompt. */
  answers: "together" | "apart";
  /** Categories that the project lists, in place of the default ones. */
  categories?: readonly string[];
  /** Numeric scores that the project defines. */
  scores?: readonly string[];
  /** Whether requests have an `Idempotency-Key`. */
  isIdempotent?: boolean;
  /** The events of one answer, each with the answer's ID; `n` numbers the answers. */
  events(interactionId: string, n: number): object[];
}

/** Meaningless letters that do not compress well. */
export function noise(seed: string, length: number): string {
  let text = "";
  for (let part = 0; text.length < length; part++)
    text += createHash("sha256").update(`${seed} ${part}`).digest("base64url");
  return text.slice(0, length);
}

/** The same as words, as in people's texts. */
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

const comment = (id: string, feedback_comment: string) => ({
  ...thumb(id),
  ...{ rating_type: "comment", rating_value: null, feedback_comment },
});

const correction = (id: string, correction_text: string) => ({
  ...thumb(id),
  ...{ rating_type: "correction", rating_value: null, correction_text },
});

const score = (id: string, score_name: string) => ({
  ...{ type: "feedback", interaction_id: id, rating_type: "score", score_name, score_value: 0.5 },
});

/** Names like those of categories and scores. */
const list = (count: number): string[] => many(count, (index) => `name_${index}`);

/** Distinct words of a given length, with a separator. */
const short = (seed: string, count: number, length: number, between = " "): string =>
  many(count, (index) => noise(`${seed} ${index}`, 40).replaceAll(/[-_]/g, "").slice(0, length)).join(
    between,
  );

/** Distinct Han characters, each of which is indexed as a word. */
const han = (n: number, count: number): string =>
  String.fromCodePoint(...many(count, (index) => 0x3400 + ((n * count + index) % 0x6b00)));

const rated = (id: string, more: object) => [
  thumb(id, more),
  { ...thumb(id, more), rating_type: "stars", rating_value: 1 },
  { ...comment(id, "-"), ...more },
  { ...correction(id, "It says no."), ...more },
];

/** The worst that can be sent: small events that take up much, and large ones. */
export const cases: readonly AmplifyCase[] = [
  { label: "A thumb, nothing else", answers: "together", events: (id) => [thumb(id)] },
  { label: "A thumb, nothing else", answers: "apart", events: (id) => [thumb(id)] },
  { label: "A thumb with 20 invented categories", answers: "together", events: (id) => [invented(id)] },
  { label: "A thumb with 20 invented categories", answers: "apart", events: (id) => [invented(id)] },
  {
    label: "Four ratings with 20 invented categories of 4 characters each",
    answers: "apart",
    events: (id) =>
      rated(id, {}).map((rating, index) => ({
        ...rating,
        rating_categories: short(`${id} ${index}`, 20, 4).split(" "),
      })),
  },
  { label: "A thumb with all listed categories", answers: "together", events: (id) => [listed(id)] },
  { label: "A thumb with all listed categories", answers: "apart", events: (id) => [listed(id)] },
  {
    label: "A thumb with as many listed categories as are counted in pairs",
    answers: "apart",
    events: (id) => [thumb(id, { rating_categories: defaultCategories.slice(0, CATEGORIES_PAIRED_MAX) })],
  },
  {
    label: "Four ratings with 20 listed categories",
    answers: "apart",
    categories: list(20),
    events: (id) => rated(id, { rating_categories: list(20) }),
  },
  {
    label: "20 thumbs with different IDs, each replacing the previous one",
    answers: "together",
    events: (id) =>
      many(20, (index) => thumb(id, { feedback_id: `${id} ${index}`, rating_value: index % 2 })),
  },
  {
    label: "Four ratings with 10 invented categories of 4 characters each",
    answers: "apart",
    events: (id) =>
      rated(id, {}).map((rating, index) => ({
        ...rating,
        rating_categories: short(`${id} ${index}`, 10, 4).split(" "),
      })),
  },
  { label: "A score", answers: "apart", scores: list(1), events: (id) => [score(id, "name_0")] },
  {
    label: "20 scores",
    answers: "apart",
    scores: list(20),
    events: (id) => list(20).map((name) => score(id, name)),
  },
  { label: "A signal", answers: "apart", events: (id) => [signal(id, "copy")] },
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
    label: "100 signals, with an Idempotency-Key",
    answers: "together",
    isIdempotent: true,
    events: (id) => many(100, () => signal(id, "copy")),
  },
  {
    label: "A comment of 100,000 characters",
    answers: "together",
    events: (id) => [comment(id, words(id, 100_000))],
  },
  {
    label: "A correction of 10,000 characters",
    answers: "together",
    events: (id) => [correction(id, words(id, 10_000))],
  },
  {
    label: "A correction of 8 characters that changes everything",
    answers: "apart",
    events: (id) => [correction(id, "- *0* 1!")],
  },
  {
    label: "A comment of 500 characters",
    answers: "together",
    events: (id) => [comment(id, words(id, 500))],
  },
  {
    label: "A comment of 40 words of 3 characters",
    answers: "together",
    events: (id) => [comment(id, short(id, 40, 3))],
  },
  {
    label: "A comment of 14 pairs of words with hyphens",
    answers: "together",
    events: (id) => [comment(id, many(14, (index) => short(`${id} ${index}`, 2, 3, "-")).join(" "))],
  },
  {
    label: "A comment of 14 paths",
    answers: "together",
    events: (id) => [
      comment(id, many(14, (index) => `${short(`${id} ${index}`, 2, 2, ".")}/${index}`).join(" ")),
    ],
  },
  {
    label: "A comment of 40 Han characters",
    answers: "together",
    events: (id, n) => [comment(id, han(n, 40))],
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
    label: "100 highlights of one letter",
    answers: "together",
    events: (id) => many(100, () => ({ type: "annotation", interaction_id: id, quote: { exact: "I" } })),
  },
  {
    label: "All at once: four ratings, 40 words, 20 scores, seven signals",
    answers: "apart",
    categories: list(20),
    scores: list(20),
    events: (id) => [
      ...rated(id, { rating_categories: list(20), feedback_comment: short(id, 40, 3) }),
      ...list(20).map((name) => score(id, name)),
      ...signals.map((kind) => signal(id, kind)),
    ],
  },
  {
    label: "A thumb with 16 kB of metadata",
    answers: "together",
    events: (id) => [thumb(id, { metadata: { own: words(id, 16_000) } })],
  },
  {
    label: "A thumb with 1,900 keys of metadata",
    answers: "together",
    events: (id) => [
      thumb(id, {
        metadata: Object.fromEntries(many(1_900, (index) => [noise(`${id} ${index}`, 3), index % 7])),
      }),
    ],
  },
];
