const words = new Intl.Segmenter("en", { granularity: "word" });

/** English words that say nothing about a text's subject. */
const stopWords = new Set(
  "a about after all also an and any are as at be because been before but by can could did do does for from had has have he her his how i if in into is it its just may me more most my no not of on one only or other our out over she so some such than that the their them then there these they this to up us was we were what when which who will with would you your".split(
    " ",
  ),
);

/** How much of two sentences' words may be the same before the second adds nothing. */
const OVERLAP_MAX = 0.6;

/** How much each later place in the text takes from a sentence's weight. */
const POSITION_DISCOUNT = 0.05;

/**
 * The `count` sentences that say most about the whole, in their own order. A sentence weighs the sum of its words'
 * frequencies in the whole, over the square root of its length (long ones would always win, short ones on the mean),
 * and less the later it comes. One that mostly repeats a chosen one is passed over.
 */
export function keySentences(sentences: readonly string[], count: number): string[] {
  const bags = sentences.map(contentWords);
  const frequency = new Map<string, number>();
  for (const word of bags.flat()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weights = bags.map((bag, index) => weigh(bag, frequency) / (1 + POSITION_DISCOUNT * index));
  const byWeight = weights.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const chosen: number[] = [];
  for (const index of byWeight) {
    if (chosen.length >= count) break;
    if (!chosen.some((other) => overlap(bags[other] ?? [], bags[index] ?? []) > OVERLAP_MAX))
      chosen.push(index);
  }
  return chosen.sort((a, b) => a - b).map((index) => sentences[index] ?? "");
}

function contentWords(sentence: string): string[] {
  return [...words.segment(sentence.toLowerCase())]
    .filter(({ segment, isWordLike }) => isWordLike && !stopWords.has(segment))
    .map(({ segment }) => segment);
}

function weigh(bag: readonly string[], frequency: ReadonlyMap<string, number>): number {
  const sum = [...new Set(bag)].reduce((total, word) => total + (frequency.get(word) ?? 0), 0);
  return sum / Math.sqrt(bag.length || 1);
}

/** Shared words over the smaller bag's words, from 0 to 1. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : [...a].filter((word) => b.has(word)).length / smaller;
}
