import type { PreferenceBody } from "#lib/observe/preferences/index.ts";
import { type Answer, makeAlternative, type Occasion } from "./make-answer.ts";
import type { Random } from "./random.ts";

/** An answer of another model to the same input, and what its reader thought of the two. */
export interface Comparison {
  alternative: Answer;
  preference: PreferenceBody;
}

/** How often a reader is shown two answers. */
const COMPARED = 0.035;

/** How many of the pairs that came out alike are shown: most products show none. */
const ALIKE = 0.3;

/** How likely two answers that are equally good are a tie. */
const TIE = 0.4;

/** Two answers to one input, for a few of them; null for most. */
export function compareAnswer(
  random: Random,
  occasion: Occasion,
  answer: Answer,
  now: Date,
): Comparison | null {
  const at = new Date(answer.body.created_at.getTime() + 60_000);
  if (!random.chance(COMPARED) || at > now) return null;
  const alternative = makeAlternative(random, occasion, answer);
  const alike = answer.body.response_text === alternative.body.response_text;
  if (alike && !random.chance(ALIKE)) return null;
  const even = (answer.flaw === null) === (alternative.flaw === null);
  const better = even ? random.chance(0.5) : random.chance(answer.flaw === null ? 0.88 : 0.12);
  const [preferred, rejected] = better ? [answer, alternative] : [alternative, answer];
  return {
    alternative,
    preference: {
      ...{ preferred_id: preferred.body.interaction_id, rejected_id: rejected.body.interaction_id },
      ...{ tie: alike || (even && random.chance(TIE)), user_id: answer.person.userId, created_at: at },
      preference_id: `${answer.body.interaction_id}-preference`,
    },
  };
}
