/** A comment as it was given to one answer. */
export interface GivenComment {
  interactionId: string;
  text: string;
}

/** What several comments say. */
export interface RecurringComment {
  /** The newest of them, as it stands. */
  text: string;
  /** How many say it. */
  count: number;
  /** The answers that they were given to, the newest comment first. */
  interactionIds: string[];
}

/** How many of the words of two comments taken together both must have to say the same. */
const SHARED = 0.6;

/** Comments, and how many of what they say is told. */
export interface GatheredComments {
  comments: readonly GivenComment[];
  most: number;
}

/**
 * What at least two comments say, the most frequent first. `comments` are the newest first. Comments say the same when
 * they share most of their words, however these are ordered, capitalised, accented or punctuated; each joins the first
 * group whose newest comment it resembles.
 */
export function gatherComments({ comments, most }: GatheredComments): RecurringComment[] {
  const groups: { words: ReadonlySet<string>; own: GivenComment[] }[] = [];
  for (const comment of comments) {
    const words = wordsOf(comment.text);
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

/** Splits at what is no letter or digit in any language; a language without spaces is cut where its words end. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Accents are marks of their own once a text is decomposed. */
const accents = /\p{Mn}/gu;

function wordsOf(text: string): Set<string> {
  const plain = text.normalize("NFKD").replace(accents, "").toLowerCase();
  return new Set(
    [...segmenter.segment(plain)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : [])),
  );
}

/** Words of both of all words of either (Jaccard). */
function resemblance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}
