import { resemblance, wordSet } from "#lib/domain/word-set.ts";

/** A comment on an answer. */
export interface GivenComment {
  interactionId: string;
  text: string;
}

/** What several comments say. */
export interface RecurringComment {
  /** The newest of them, unchanged. */
  text: string;
  /** How many comments say it. */
  count: number;
  /** The answers they are about, newest comment first. */
  interactionIds: string[];
}

/** The minimum share of common words for two comments to say the same. */
const SHARED = 0.6;

/** Comments to group, and how many groups to return. */
export interface CommentsToGroup {
  comments: readonly GivenComment[];
  most: number;
}

/**
 * What at least two comments say, most frequent first. `comments` are sorted newest first. Comments say the
 * same if they share most of their words, whatever their order, case, accents and punctuation. Each joins the
 * first group whose newest comment is similar.
 */
export function groupComments({ comments, most }: CommentsToGroup): RecurringComment[] {
  const groups: { words: ReadonlySet<string>; own: GivenComment[] }[] = [];
  for (const comment of comments) {
    const words = wordSet(comment.text);
    if (words.size === 0) continue;
    const known = groups.find((group) => resemblance(group.words, words) >= SHARED);
    if (known) known.own.push(comment);
    else groups.push({ words, own: [comment] });
  }
  return groups
    .filter(({ own }) => own.length > 1)
    .map(({ own }) => ({
      text: own[0]?.text ?? "",
      count: own.length,
      interactionIds: own.map(({ interactionId }) => interactionId),
    }))
    .sort((one, other) => other.count - one.count)
    .slice(0, most);
}
