import type { FilterChoice } from "#components/dashboard/filters/filter-option.ts";
import { signalLabel } from "#components/dashboard/interactions/signal-label.ts";
import { type ScoreChoice, scoreLabel, scoreParam } from "#components/dashboard/scores/score-choice.ts";
import { formatCategory } from "#components/format/numbers.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";

/** How the list chooses by what was said of an answer. */
export const ratingChoices = [
  { value: "rated", label: "Rated" },
  { value: "thumbs", label: "Thumbs up or down" },
  { value: "up", label: "Thumbs up" },
  { value: "down", label: "Thumbs down" },
  { value: "stars", label: "Stars" },
  { value: "correction", label: "Edited" },
  { value: "comment", label: "Commented" },
  { value: "score", label: "Scored" },
  { value: "annotated", label: "Highlighted" },
  { value: "unrated", label: "Not rated" },
] as const;

/** By what users did with it. */
export const signalChoices = signalKindSchema.options.map((value) => ({
  value,
  label: signalLabel[value].words,
}));

/** By how long it took. */
export const slowChoices = [
  { value: "1000", label: "1 s or more", ms: 1_000 },
  { value: "3000", label: "3 s or more", ms: 3_000 },
  { value: "10000", label: "10 s or more", ms: 10_000 },
  { value: "30000", label: "30 s or more", ms: 30_000 },
] as const;

/** By what is known of it. */
export const hasChoices = [
  { value: "latency", label: "Has latency" },
  { value: "cost", label: "Has cost" },
  { value: "tokens", label: "Has token counts" },
] as const;

/** What this list offers to choose beyond the other pages. */
export const listChoices = (
  categories: readonly string[],
  scores: readonly ScoreChoice[],
): FilterChoice[] => [
  { name: "rating", label: "Rating", all: "Any rating", options: ratingChoices },
  {
    name: "category",
    label: "Category",
    all: "Any category",
    options: categories
      .filter((category) => category !== BEYOND)
      .map((category) => ({ value: category, label: formatCategory(category) })),
  },
  { name: "signal", label: "Signal", all: "Any signal", options: signalChoices },
  {
    name: "score",
    label: "Score",
    all: "Any score",
    options: scores.map((score) => ({ value: scoreParam(score), label: scoreLabel(score) })),
  },
  {
    name: "slow",
    label: "Latency",
    all: "Any latency",
    options: slowChoices.map(({ value, label }) => ({ value, label })),
  },
];
