import type { SignalKind } from "#lib/domain/signal.ts";
import type { AnnotationBody } from "#lib/observe/annotations/index.ts";
import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { SignalBody } from "#lib/observe/signals/index.ts";
import type { Answer } from "./make-answer.ts";
import type { Random } from "./random.ts";

/** What somebody did with an answer without being asked, and what they marked in it. */
export interface Behaviour {
  signals: SignalBody[];
  annotations: AnnotationBody[];
}

/** How often each signal is seen of answers without a flaw and with one. */
const often: Readonly<Partial<Record<SignalKind, readonly [sound: number, flawed: number]>>> = {
  dwell: [0.14, 0.2],
  copy: [0.14, 0.04],
  accept: [0.07, 0.01],
  follow_up: [0.04, 0.02],
  regenerate: [0.01, 0.09],
  rephrase: [0.01, 0.06],
  abandon: [0.01, 0.05],
};

/** How often a flaw that was rated down is marked in the answer too. */
const MARKED = 0.3;

/** Characters of the answer that stand before and after a marked passage. */
const AROUND = 32;

/** What the reader of an answer does with it, given how they rated it. `now` is when the sample ends. */
export function behave(
  random: Random,
  answer: Answer,
  ratings: readonly FeedbackBody[],
  now: Date,
): Behaviour {
  const passage = answer.flaw && ratings.some(isDown) && random.chance(MARKED) ? flawedPassage(answer) : null;
  const at = ratings[0]?.created_at;
  return {
    signals: signalsOf(random, answer).filter(({ occurred_at }) => occurred_at && occurred_at <= now),
    annotations: passage && at ? [annotationOf(answer, passage, at)] : [],
  };
}

const isDown = (rating: FeedbackBody): boolean =>
  rating.rating_type === "binary" && rating.rating_value === 0;

function signalsOf(random: Random, { body, flaw, person }: Answer): SignalBody[] {
  const kinds = Object.entries(often) as [SignalKind, readonly [number, number]][];
  return kinds
    .filter(([, [sound, flawed]]) => random.chance(flaw ? flawed : sound))
    .map(([signal]) => {
      const seconds = Math.max(1, Math.round(random.lognormal(14, 0.8)));
      return {
        interaction_id: body.interaction_id,
        signal,
        value: signal === "dwell" ? seconds : undefined,
        occurred_at: new Date(body.created_at.getTime() + seconds * 1000),
        user_id: person.userId,
        session_id: body.session_id,
        signal_id: `${body.interaction_id}-${signal}`,
      };
    });
}

/** The first sentence or line of the answer that its sound sister does not have; null where it only lacks something. */
function flawedPassage({ draft, flaw }: Answer): string | null {
  const sound = draft.answer(null);
  const pieces = draft.answer(flaw).match(/[^.!?\n]+[.!?]?/g) ?? [];
  const found = pieces
    .map((piece) => piece.trim())
    .find((piece) => piece.length > 8 && !sound.includes(piece));
  return found ?? null;
}

function annotationOf({ body, flaw, person }: Answer, exact: string, at: Date): AnnotationBody {
  const start = body.response_text.indexOf(exact);
  const end = start + exact.length;
  return {
    interaction_id: body.interaction_id,
    quote: {
      exact,
      prefix: body.response_text.slice(Math.max(0, start - AROUND), start),
      suffix: body.response_text.slice(end, end + AROUND),
    },
    position: { start, end },
    category: flaw ?? undefined,
    user_id: person.userId,
    session_id: body.session_id,
    annotation_id: `${body.interaction_id}-annotation`,
    created_at: at,
  };
}
