import { resemblance, wordSet } from "#lib/domain/word-set.ts";
import type { MeasuredEdit } from "./study-changes.ts";

/** A correction that may become an example, with its texts as they are stored. */
export interface EditTexts extends MeasuredEdit {
  feedbackId: string;
  /** Null where none was logged. */
  input: string | null;
  correction: string;
  /** When it was given or last changed, in milliseconds. */
  at: number;
}

/** A vote on an answer that was corrected. */
export interface AnswerVote {
  interactionId: string;
  rater: string;
  /** `up` and `down` are thumbs; `rejected` is an answer that lost against another. */
  vote: "up" | "down" | "rejected";
  at: number;
}

/** An example of how to answer, to be shown to the model. */
export interface ReportExample {
  feedbackId: string;
  interactionId: string;
  input: string;
  answer: string;
  /** Others than its author who agree with it. */
  agreeing: number;
  /** Why it was chosen, in sentences. */
  why: string[];
}

/** Longer examples cost more than they teach, in characters of input and answer. */
const EXAMPLE_MAX = 3_000;

/** Most examples. */
const CHOSEN = 5;

/** How many of the best are compared with each other. */
const CANDIDATES = 60;

/** From this share of common words on, two corrections say the same. */
const SAME = 0.6;

/** Others who must agree: with the correction itself or that the answer was bad, or else with what it changes. */
const LEAST = { alike: 1, change: 2 };

/** How much an example's own worth counts against its likeness to those chosen before (Carbonell and Goldstein 1998). */
const WORTH = 0.7;

/** What others can agree on: the correction, that the answer was bad, or a sentence that was changed. */
type Agreement = "same" | "down" | "rejected" | "change";

interface Candidate {
  edit: EditTexts;
  input: string;
  /** Others by what they agree on. */
  agree: Record<Agreement, ReadonlySet<string>>;
  thumbsUp: boolean;
  words: ReadonlySet<string>;
  worth: number;
}

/**
 * The best few-shot examples: corrections that were kept (nobody corrected the answer again to something else) and that
 * others than their author agree with, short, and unlike each other by maximal marginal relevance on their words. The
 * opinion of one person is no example.
 * @param edits newest first.
 */
export function chooseExamples(edits: readonly EditTexts[], votes: readonly AnswerVote[]): ReportExample[] {
  const votesOn = Map.groupBy(votes, ({ interactionId }) => interactionId);
  const alike = groupAlike(edits);
  const candidates = edits
    .flatMap((edit) =>
      toCandidate(edit, { edits: alike(edit), changes: edits, votes: votesOn.get(edit.interactionId) ?? [] }),
    )
    .sort((one, other) => other.worth - one.worth)
    .slice(0, CANDIDATES);
  const chosen: Candidate[] = [];
  while (chosen.length < CHOSEN) {
    const best = bestNext(candidates, chosen);
    if (!best) break;
    chosen.push(best);
  }
  return chosen.map(toExample);
}

/** Other corrections of the same answer, or of answers to the same input. */
function groupAlike(edits: readonly EditTexts[]): (edit: EditTexts) => EditTexts[] {
  const inputKey = ({ input }: EditTexts) => [...wordSet(input ?? "")].sort().join(" ");
  const keys = new Map(edits.map((edit) => [edit, inputKey(edit)]));
  const byInput = Map.groupBy(edits, (edit) => keys.get(edit) ?? "");
  const byAnswer = Map.groupBy(edits, ({ interactionId }) => interactionId);
  return (edit) => {
    const key = keys.get(edit) ?? "";
    const alike = [
      ...(key === "" ? [] : (byInput.get(key) ?? [])),
      ...(byAnswer.get(edit.interactionId) ?? []),
    ];
    return [...new Set(alike)].filter((other) => other !== edit);
  };
}

interface Context {
  /** Other corrections of the answer, or to the same input. */
  edits: readonly EditTexts[];
  /** All corrections. */
  changes: readonly EditTexts[];
  /** Votes on the answer. */
  votes: readonly AnswerVote[];
}

function toCandidate(edit: EditTexts, context: Context): Candidate[] {
  const { input, correction, rater } = edit;
  if (input === null || input.trim() === "" || correction.trim() === "") return [];
  if (input.length + correction.length > EXAMPLE_MAX) return [];
  const words = wordSet(correction);
  const says = (other: EditTexts) => resemblance(words, wordSet(other.correction)) >= SAME;
  const again = context.edits.some(
    (other) => other.interactionId === edit.interactionId && other.at > edit.at && !says(other),
  );
  if (again) return [];
  const raters = (all: readonly { rater: string }[]) =>
    new Set(all.map((one) => one.rater).filter((one) => one !== rater));
  const agree = {
    same: raters(context.edits.filter(says)),
    down: raters(context.votes.filter(({ vote }) => vote === "down")),
    rejected: raters(context.votes.filter(({ vote }) => vote === "rejected")),
    change: raters(context.changes.filter((other) => changesAlike(edit, other))),
  };
  const { same, change } = agree;
  const disliked = together(agree.down, agree.rejected);
  if (together(same, disliked).size < LEAST.alike && change.size < LEAST.change) return [];
  const thumbsUp = context.votes.some((one) => one.vote === "up" && one.rater === rater && one.at > edit.at);
  const short = 1 - (input.length + correction.length) / EXAMPLE_MAX;
  const weight = ({ size }: ReadonlySet<string>) => Math.log2(1 + size);
  const worth = 2 * weight(same) + weight(disliked) + weight(change) / 2 + (thumbsUp ? 1 : 0) + short;
  return [{ edit, input, agree, thumbsUp, words: wordSet(`${input} ${correction}`), worth }];
}

const together = (...all: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(all.flatMap((each) => [...each]));

/** Whether two corrections took out or put in the same sentence. */
const changesAlike = (one: EditTexts, other: EditTexts): boolean =>
  one !== other &&
  (one.detail.removed.some((key) => other.detail.removed.includes(key)) ||
    Object.keys(one.detail.added).some((key) => Object.hasOwn(other.detail.added, key)));

function bestNext(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | null {
  const most = Math.max(1, ...candidates.map(({ worth }) => worth));
  const scoreOf = ({ worth, words }: Candidate) =>
    WORTH * (worth / most) - (1 - WORTH) * Math.max(0, ...chosen.map((one) => resemblance(words, one.words)));
  let best: { candidate: Candidate; score: number } | null = null;
  for (const candidate of candidates) {
    // The same input twice would teach the same twice.
    if (chosen.some((one) => one === candidate || resemblance(one.words, candidate.words) > SAME)) continue;
    const score = scoreOf(candidate);
    if (!best || score > best.score) best = { candidate, score };
  }
  return best?.candidate ?? null;
}

function toExample({ edit, input, agree, thumbsUp }: Candidate): ReportExample {
  const others = ({ size: count }: ReadonlySet<string>, does: string) =>
    count > 0 ? [`${count === 1 ? "1 other user" : `${count} other users`} ${does}.`] : [];
  return {
    ...{ feedbackId: edit.feedbackId, interactionId: edit.interactionId, input, answer: edit.correction },
    agreeing: together(...Object.values(agree)).size,
    why: [
      "Kept: nobody changed it to something else.",
      ...(thumbsUp ? ["Its author gave a thumbs up afterwards."] : []),
      ...others(agree.same, "corrected the same to nearly the same"),
      ...others(agree.down, "gave the answer a thumbs down"),
      ...others(agree.rejected, "preferred another answer"),
      ...others(agree.change, "removed or added one of the same sentences"),
    ],
  };
}
