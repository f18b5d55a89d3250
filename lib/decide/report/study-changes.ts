import type { DetailedEdit } from "#lib/domain/detailed-edit.ts";
import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { EDIT_TRAITS, type EditTrait } from "#lib/domain/edit-trait.ts";
import { type Told, type ToldMean, type ToldShare, toldMean, toldShare } from "./told-share.ts";

/** A correction with what it did to its answer. */
export interface MeasuredEdit extends Told {
  detail: DetailedEdit;
}

/** A sentence that several people take out of answers, or put in. */
export interface EditedSentence extends ToldShare {
  does: "removed" | "added";
  /** As it was written last. */
  text: string;
}

/** What edits do to the answers of a prompt. */
export interface Changes {
  /** How many edits were measured, and how many people made them. */
  measured: number;
  users: number;
  /** Kinds of edits, in the order of EDIT_KINDS; an edit can have several. */
  kinds: (ToldShare & { kind: EditKind })[];
  /** What they did in detail, by part and frequency, without what no edit did. */
  traits: (ToldShare & { trait: EditTrait })[];
  /** Words of answers and of their corrections: medians, and the mean relative change (geometric). */
  length: { before: number; after: number; change: ToldMean } | null;
  /** Sentences that several people removed or added, most people first. */
  sentences: EditedSentence[];
}

/** How many people make a sentence one that several people edit. */
const SEVERAL = 2;

/** Most sentences that are told of. */
const SENTENCES_MAX = 10;

/** What edits, newest first, do to answers: shares with the answers behind them. */
export function studyChanges(edits: readonly MeasuredEdit[]): Changes {
  return {
    measured: edits.length,
    users: new Set(edits.map(({ rater }) => rater)).size,
    kinds: EDIT_KINDS.map((kind) => ({
      kind,
      ...toldShare(edits, ({ detail }) => detail.kinds.includes(kind)),
    })),
    traits: EDIT_TRAITS.map((trait) => ({
      trait,
      ...toldShare(edits, ({ detail }) => detail.traits.includes(trait)),
    })).filter(({ count }) => count > 0),
    length: lengthOf(edits),
    sentences: [...removedSentences(edits), ...addedSentences(edits)]
      .filter(({ users }) => users >= SEVERAL)
      .sort((one, other) => other.users - one.users || other.count - one.count)
      .slice(0, SENTENCES_MAX),
  };
}

function lengthOf(edits: readonly MeasuredEdit[]): Changes["length"] {
  const sized = edits.filter(({ detail: { words } }) => words.before > 0 && words.after > 0);
  if (sized.length === 0) return null;
  const change = toldMean(sized, ({ detail: { words } }) => Math.log(words.after / words.before));
  return {
    before: median(sized.map(({ detail }) => detail.words.before)),
    after: median(sized.map(({ detail }) => detail.words.after)),
    change: change && {
      value: Math.expm1(change.value),
      low: Math.expm1(change.low),
      high: Math.expm1(change.high),
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
}

/** Shares of the edits whose answer has the sentence: whoever was not given it could not take it out. */
const removedSentences = (edits: readonly MeasuredEdit[]): EditedSentence[] =>
  bySentence(edits, ({ detail }) => detail.removed).map(([key, removing]) => {
    const given = edits.filter(({ detail }) => Object.hasOwn(detail.had, key));
    const text = removing[0]?.detail.had[key] ?? "";
    return { does: "removed", text, ...toldShare(given, ({ detail }) => detail.removed.includes(key)) };
  });

/** Shares of all edits. */
const addedSentences = (edits: readonly MeasuredEdit[]): EditedSentence[] =>
  bySentence(edits, ({ detail }) => Object.keys(detail.added)).map(([key, adding]) => {
    const text = adding[0]?.detail.added[key] ?? "";
    return { does: "added", text, ...toldShare(edits, ({ detail }) => Object.hasOwn(detail.added, key)) };
  });

/** The edits by the sentences that each is about, where there are several. */
function bySentence(
  edits: readonly MeasuredEdit[],
  keysOf: (edit: MeasuredEdit) => readonly string[],
): [string, MeasuredEdit[]][] {
  const found = new Map<string, MeasuredEdit[]>();
  for (const edit of edits)
    for (const key of keysOf(edit)) {
      const own = found.get(key) ?? [];
      own.push(edit);
      found.set(key, own);
    }
  return [...found].filter(([, own]) => own.length >= SEVERAL);
}
