import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import { makeComment } from "./comments.ts";
import type { Flaw } from "./draft.ts";
import { editAnswer } from "./edit-answer.ts";
import { featurePlans, type RatingKinds } from "./feature-plans.ts";
import type { Answer } from "./make-answer.ts";
import type { Random } from "./random.ts";

/** How likely somebody rates whom the answer left happy or unhappy: annoyance moves more hands than content. */
const RATES = { happy: 0.055, unhappy: 0.23 } as const;

/** How likely an answer leaves its reader happy, without a flaw and with one. */
const HAPPY = { sound: 0.94, flawed: 0.12 } as const;

/** Median seconds from an answer to its rating. */
const DELAY = 45;

/** What else unhappy people tick beside the flaw. */
const extraCategories: Readonly<Partial<Record<Flaw | "other", number>>> = {
  inaccurate: 2,
  incomplete: 3,
  too_long: 3,
  off_topic: 1,
  wrong_tone: 2,
  other: 3,
};

/** The ratings that an answer gets: none for most of them. `now` is when the sample ends. */
export function rateAnswer(random: Random, answer: Answer, now: Date): FeedbackBody[] {
  const isHappy = random.chance(answer.flaw ? HAPPY.flawed : HAPPY.sound);
  const readiness = Math.min(0.6, RATES[isHappy ? "happy" : "unhappy"] * answer.person.readiness);
  if (!random.chance(readiness)) return [];
  const at = new Date(answer.body.created_at.getTime() + Math.round(random.lognormal(DELAY, 1.1) * 1000));
  if (at > now) return [];
  const kinds: RatingKinds = featurePlans[answer.feature].ratings;
  const kind = random.weighted<keyof RatingKinds>(kinds);
  const parts = [partOf(random, answer, kind, isHappy)];
  // Who edits often thumbs as well, and who is annoyed by a draft that can be edited often mends it.
  if (kind === "edit" && random.chance(0.5)) parts.push(partOf(random, answer, "thumb", isHappy));
  if (kind === "thumb" && kinds.edit && !isHappy && random.chance(0.3))
    parts.push(partOf(random, answer, "edit", isHappy));
  return parts.map((part, index) => ({
    rating_categories: [],
    ...part,
    interaction_id: answer.body.interaction_id,
    feedback_id: `${answer.body.interaction_id}-rating-${index + 1}`,
    user_id: answer.person.userId,
    session_id: answer.body.session_id,
    created_at: at,
  })) as FeedbackBody[];
}

type Part = Partial<FeedbackBody> & Pick<FeedbackBody, "rating_type">;

function partOf(random: Random, answer: Answer, kind: keyof RatingKinds, isHappy: boolean): Part {
  const { flaw, body } = answer;
  const says = () => makeComment(random, body.language ?? "en", flaw, isHappy);
  const categories = () => (isHappy ? [] : categoriesOf(random, flaw));
  const maybeSays = () => (random.chance(isHappy ? 0.1 : 0.42) ? says() : undefined);
  if (kind === "edit")
    return { rating_type: "correction", correction_text: editAnswer(random, answer.draft, flaw) };
  if (kind === "comment")
    return { rating_type: "comment", feedback_comment: says(), rating_categories: categories() };
  if (kind === "stars") {
    const stars = isHappy ? random.weighted({ 3: 1, 4: 4, 5: 7 }) : random.weighted({ 1: 5, 2: 5, 3: 3 });
    return { rating_type: "stars", rating_value: Number(stars), feedback_comment: maybeSays() };
  }
  return {
    rating_type: "binary",
    rating_value: isHappy ? 1 : 0,
    rating_categories: categories(),
    feedback_comment: maybeSays(),
  };
}

function categoriesOf(random: Random, flaw: Flaw | null): string[] {
  if (random.chance(0.25)) return [];
  const ticked = flaw ? [flaw] : [random.weighted(extraCategories)];
  if (random.chance(0.22)) ticked.push(random.weighted(extraCategories) as Flaw);
  return [...new Set<string>(ticked)];
}
