import type { ThemeVoice } from "#lib/domain/theme-voice.ts";
import { PEOPLE_MIN } from "./cluster-docs.ts";
import type { ThemeTerm } from "./given-text.ts";
import { saysSomething, type Word } from "./words-of.ts";

/** A text of a theme: its words by parts of sentences. */
export interface Spoken {
  rater: string;
  clauses: readonly (readonly Word[])[];
}

/** Most words of a phrase, and the share of a theme's people who have to use it. */
const PHRASE = { most: 4, share: 0.15 };

/** A whole part of a sentence is a title by itself, if it is not longer and so many of a theme's people wrote it. */
const WHOLE = { most: 12, share: 0.5 };

/** How many terms a title has, a phrase being one. */
const TERMS = 3;

/**
 * A title of the terms of a theme: what half of its people wrote, word by word; or a phrase that several used and its other
 * heaviest terms. No word is in it that fewer than three people used. For edits, what they removed and added.
 */
export function titleOf(
  voice: ThemeVoice,
  terms: readonly ThemeTerm[],
  texts: readonly Spoken[],
  language: string,
): string {
  if (voice === "edit") return editTitle(terms);
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const whole = mostUsed(texts, weights, WHOLE.share, (clause) =>
    clause.length > 1 && clause.length <= WHOLE.most ? [clause] : [],
  );
  if (whole) return capitalized(joined(whole));
  const phrase = mostUsed(texts, weights, PHRASE.share, (clause) => phrasesOf(clause, language)) ?? [];
  const spoken = new Set(phrase.map(({ term }) => term));
  const others = terms.filter(({ term }) => !spoken.has(term)).map(({ shown }) => shown);
  const parts = phrase.length > 0 ? [joined(phrase), ...others] : others;
  return capitalized(parts.slice(0, TERMS).join(" · "));
}

const capitalized = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words in a row; Chinese and Japanese have no spaces between them. */
const joined = (phrase: readonly Word[]): string =>
  phrase.map(({ shown }) => shown).join(phrase.every(({ shown }) => CJK.test(shown)) ? "" : " ");

function editTitle(terms: readonly ThemeTerm[]): string {
  const of = (sign: string) =>
    terms.flatMap(({ shown }) => (shown.startsWith(sign) ? [shown.slice(1)] : [])).slice(0, TERMS);
  const [removed, added] = [of("−"), of("+")];
  return [
    removed.length > 0 ? `Removed: ${removed.join(", ")}` : "",
    added.length > 0 ? `${removed.length > 0 ? "added" : "Added"}: ${added.join(", ")}` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** The phrase that says most of a theme: the weights of its terms, times its people. */
function mostUsed(
  texts: readonly Spoken[],
  weights: ReadonlyMap<string, number>,
  share: number,
  phrases: (clause: readonly Word[]) => Iterable<readonly Word[]>,
): readonly Word[] | undefined {
  const used = new Map<string, { words: readonly Word[]; people: Set<string> }>();
  for (const { rater, clauses } of texts)
    for (const words of clauses.flatMap((clause) => [...phrases(clause)])) {
      const key = joined(words).toLowerCase();
      const known = used.get(key) ?? { words, people: new Set<string>() };
      known.people.add(rater);
      used.set(key, known);
    }
  const least = Math.max(PEOPLE_MIN, share * new Set(texts.map(({ rater }) => rater)).size);
  const [best] = [...used]
    .filter(([, { people }]) => people.size >= least)
    .map(([key, { words, people }]) => {
      const own = new Set(words.map(({ term }) => term));
      const weight = [...own].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
      return { key, words, score: weight * people.size };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.key < other.key ? -1 : 1));
  return best?.words;
}

/** Words without a meaning of their own that change the one of the next: "too long", "no source". */
const TURNS = new Set(
  "too not no never more less zu nicht kein keine nie mehr trop pas plus jamais demasiado muy sin mas nunca troppo non muito nao te niet geen".split(
    " ",
  ),
);

/** The runs of two words and more that begin and end with one that says something, or begin with one that changes it. */
function* phrasesOf(words: readonly Word[], language: string): Generator<readonly Word[]> {
  const telling = words.map((word) => saysSomething(word, language));
  for (let length = 2; length <= PHRASE.most; length += 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const begins = telling[start] || TURNS.has(words[start]?.shown.toLowerCase() ?? "");
      if (begins && telling[start + length - 1]) yield words.slice(start, start + length);
    }
}
