const words = new Intl.Segmenter("en", { granularity: "word" });

/** English stop words. */
const stopWords = new Set(
  "a about after all also an and any are as at be because been before but by can could did do does for from had has have he her his how i if in into is it its just may me more most my no not of on one only or other our out over she so some such than that the their them then there these they this to up us was we were what when which who will with would you your".split(
    " ",
  ),
);

/** Maximum word overlap of two sentences before the second counts as a repetition. */
const OVERLAP_MAX = 0.6;

/** How much a sentence's weight decreases with each position in the text. */
const POSITION_DISCOUNT = 0.05;

/**
 * The `count` most representative sentences, in their original order. A sentence's weight is the sum of its words'
 * frequencies in the text, divided by the square root of its length (a sum would favor long sentences, a mean short
 * ones), and decreases with its position. Sentences that mostly repeat a selected one are skipped.
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

/** Shared words divided by the words of the smaller set, from 0 to 1. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : [...a].filter((word) => b.has(word)).length / smaller;
}
