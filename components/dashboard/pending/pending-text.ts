import { Highlighter, Scale } from "lucide-react";
import { z } from "zod";
import { type RatingLabel, ratingLabel } from "#components/figures/rating-label.ts";
import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import type { AnswerEventType } from "#lib/domain/answer-events.ts";
import { ratingTypeSchema } from "#lib/domain/rating.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";
import type { PendingPage } from "#lib/observe/ingest/index.ts";
import { signalLabel, signalValue } from "../interactions/signal-label.ts";

/** An event that waits for its interaction, for its reader. */
export interface PendingText extends RatingLabel {
  categories: string[];
  /** The passage that it marks. */
  passage: string | null;
  /** A comment, or the edited text. */
  text: string | null;
}

const text = z.string().nullable().default(null);
const ratingSchema = z.object({
  rating_type: ratingTypeSchema,
  rating_value: z.number().nullable().default(null),
  rating_categories: z.array(z.string()).default([]),
  score_name: z.string().default(""),
  score_value: z.union([z.boolean(), z.number()]).nullable().default(null),
  score_label: text,
  correction_text: text,
  feedback_comment: text,
});
const annotationSchema = z.object({ quote_exact: z.string(), category: text, comment: text });
const preferenceSchema = z.object({ tie: z.boolean(), comment: text });
const signalSchema = z.object({ signal: signalKindSchema, value: z.number().nullable().default(null) });

type Event = PendingPage["data"][number]["event"];

const textOf: Record<AnswerEventType, (event: Event) => PendingText> = {
  feedback(event) {
    const { rating_type, rating_value, rating_categories, ...said } = ratingSchema.parse(event);
    return {
      ...ratingLabel({
        ...{ ratingType: rating_type, ratingValue: rating_value, scoreName: said.score_name },
        ...{ scoreValue: said.score_value, scoreLabel: said.score_label },
      }),
      categories: rating_categories,
      passage: null,
      text: said.feedback_comment ?? said.correction_text,
    };
  },
  annotation(event) {
    const { quote_exact: passage, category, comment } = annotationSchema.parse(event);
    const look = { icon: Highlighter, tone: "text-warn", words: "Highlighted a passage" };
    return { ...look, categories: category ? [category] : [], passage, text: comment };
  },
  signal(event) {
    const { signal, value } = signalSchema.parse(event);
    const { icon, words } = signalLabel[signal];
    return {
      ...{ icon, tone: "text-faint", categories: [], passage: null, text: null },
      words: value === null ? words : `${words} · ${signalValue(signal, value)}`,
    };
  },
  preference(event) {
    const { tie, comment } = preferenceSchema.parse(event);
    const words = tie ? "Rated two answers as equal" : "Preferred one of two answers";
    return { icon: Scale, tone: "text-accent", words, categories: [], passage: null, text: comment };
  },
};

/** What an event says: its rating, its passage or its signal, with all that was typed. */
export const pendingText = ({ type, event }: PendingPage["data"][number]): PendingText => textOf[type](event);

/** "3 events are waiting for their interactions, 2 of them for more than a day."; null when nothing is pending. */
export function pendingSentence({ waiting, orphaned }: PendingPage["counts"]): string | null {
  const all = waiting + orphaned;
  if (all === 0) return null;
  const events = formatCountOf(all, "event");
  const [are, have, whole] =
    all === 1 ? ["is", "has", "its interaction"] : ["are", "have", "their interactions"];
  if (waiting === 0) return `${events} ${have} been waiting for ${whole} for more than a day.`;
  const long = orphaned > 0 ? `, ${formatCount(orphaned)} of them for more than a day` : "";
  return `${events} ${are} waiting for ${whole}${long}.`;
}
