import { type Rate, rate } from "#lib/domain/rate.ts";
import type { ComparedCategory } from "./compare-categories.ts";
import {
  categoryEvidence,
  commentEvidence,
  type Evidence,
  editEvidence,
  sentenceEvidence,
} from "./evidence.ts";
import type { Changes, EditedSentence } from "./study-changes.ts";
import { type Topic, topics } from "./topics.ts";

/** What the next version of a prompt should be told. */
export interface Recommendation {
  /** The same for the same advice. */
  code: string;
  title: string;
  /** A line for the prompt; null where the evidence says that something is wrong, and not what to write. */
  instruction: string | null;
  /** What it rests on, the strongest first; never empty. */
  evidence: Evidence[];
}

/** A comment that several people gave, of how many comments that were read. */
export interface RepeatedComment {
  text: string;
  count: number;
  interactionIds: readonly string[];
}

/** What recommendations are drawn from. */
export interface ReportFindings {
  changes: Changes;
  categories: readonly ComparedCategory[];
  comments: { read: number; repeated: readonly RepeatedComment[] };
}

/** Fewer edits, or by fewer people, recommend nothing. */
const LEAST_EDITS = 10;
const LEAST_USERS = 3;

/** The whole interval of a share must be above these. */
const SURELY = {
  /** Of edits: what they do often. */
  edits: 0.1,
  /** Of thumbs down with a category, where it is not more frequent than elsewhere. */
  category: 0.2,
  /** Of edits in two opposite directions, and of those who could have taken a sentence out. */
  most: 0.5,
};

/** Fewer comments alike are told of, and recommend nothing. */
const LEAST_COMMENTS = 3;

/**
 * What follows for the next version of a prompt, by rules on intervals: something is recommended if the share behind it is
 * large with its whole 95 % interval, not if two numbers differ. Strongest evidence first.
 */
export function recommend({ changes, categories, comments }: ReportFindings): Recommendation[] {
  const spoken = [
    ...topics.flatMap((topic) => recommendTopic(topic, changes, categories)),
    ...changes.sentences.flatMap(recommendSentence),
    ...comments.repeated.flatMap((comment) => recommendComment(comment, comments.read)),
    ...unknownCategories(categories),
  ];
  return spoken.sort((one, other) => strength(other) - strength(one));
}

const strength = ({ evidence: [first] }: Recommendation): number => first?.share.low ?? 0;

const byStrength = (all: Evidence[]): Evidence[] =>
  all.sort((one, other) => (other.share.low ?? 0) - (one.share.low ?? 0));

const surely = (share: Rate, least: number): boolean => share.low !== null && share.low >= least;

function recommendTopic(
  topic: Topic,
  changes: Changes,
  categories: readonly ComparedCategory[],
): Recommendation[] {
  const evidence = byStrength([
    ...(changes.measured < LEAST_EDITS ? [] : topic.edits.flatMap((edit) => traitEvidence(edit, changes))),
    ...categories
      .filter(
        ({ category, share, over }) =>
          topic.categories?.includes(category) && (over || surely(share, SURELY.category)),
      )
      .map(categoryEvidence),
  ]);
  if (evidence.length === 0) return [];
  const words = roundWords(changes.length?.after);
  const instruction = words === null ? topic.instruction : (topic.sized?.(words) ?? topic.instruction);
  return [{ code: topic.code, title: topic.title, instruction, evidence }];
}

function traitEvidence({ trait, does, against }: Topic["edits"][number], changes: Changes): Evidence[] {
  const told = changes.traits.find((each) => each.trait === trait);
  if (!told || told.users < LEAST_USERS || !surely(told.share, SURELY.edits)) return [];
  const opposite = changes.traits.find((each) => each.trait === against)?.count ?? 0;
  if (!surely(rate(told.count, told.count + opposite), SURELY.most)) return [];
  return [editEvidence(told, does)];
}

function recommendSentence(sentence: EditedSentence, index: number): Recommendation[] {
  const { does, text, share, users } = sentence;
  if (users < LEAST_USERS || !surely(share, does === "removed" ? SURELY.most : SURELY.edits)) return [];
  const quoted = `“${text}”`;
  return [
    {
      code: `sentence_${does}_${index + 1}`,
      title: does === "removed" ? `Leave out ${quoted}` : `Ask for ${quoted}`,
      instruction: does === "removed" ? `Do not write ${quoted}` : `Where it fits, write ${quoted}`,
      evidence: [sentenceEvidence(sentence)],
    },
  ];
}

function recommendComment(comment: RepeatedComment, read: number): Recommendation[] {
  if (comment.count < LEAST_COMMENTS) return [];
  const code = `comment_${comment.interactionIds[0] ?? ""}`;
  return [
    {
      code,
      title: `Users say “${comment.text}”`,
      instruction: null,
      evidence: [commentEvidence(comment, read)],
    },
  ];
}

/** Categories of a project's own: that they are frequent is known, and not what to write. */
const unknownCategories = (categories: readonly ComparedCategory[]): Recommendation[] =>
  categories
    .filter(
      ({ category, over }) =>
        over && category !== "other" && !topics.some((topic) => topic.categories?.includes(category)),
    )
    .map((each) => ({
      code: `category_${each.category}`,
      title: `Look into “${each.category}”`,
      instruction: null,
      evidence: [categoryEvidence(each)],
    }));

/** A length that somebody would ask for. */
function roundWords(words: number | undefined): number | null {
  if (words === undefined || words === 0) return null;
  return words < 20 ? words : Math.round(words / 10) * 10;
}
