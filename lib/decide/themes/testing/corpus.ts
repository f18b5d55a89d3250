import { randomFrom } from "#tests/fixtures/random-from.ts";
import type { GivenText } from "../given-text.ts";
import { english } from "./english-texts.ts";
import { french } from "./french-texts.ts";
import { german } from "./german-texts.ts";
import { japanese } from "./japanese-texts.ts";
import { spanish } from "./spanish-texts.ts";
import { COMPLAINTS, type Complaint, type CorpusTexts } from "./texts.ts";

/** The corpus by language. */
export const languages: Readonly<Record<string, CorpusTexts>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  ja: japanese,
};

/** A text, and what it is truly about; null for what nobody else says. */
export interface CorpusText extends GivenText {
  truth: Complaint | null;
}

export interface CorpusPlan {
  seed: number;
  language: string;
  /** How many texts. */
  count: number;
  /** How often each complaint is made, relative to the others; equally often where not said. */
  weights?: Partial<Record<Complaint, number>>;
  /** Distinguishes the texts of several calls. */
  prefix?: string;
}

/**
 * Shares of texts with a second sentence on the matter, with one on another matter, with an aside, with a slip of the
 * finger, and without any theme.
 */
const [SECOND, MIXED, ASIDE, SLIP, ODD] = [0.3, 0.1, 0.35, 0.08, 0.08];

/** Seeded complaints as people write them: varied words, asides, slips of the finger, and some that nobody else makes. */
export function makeCorpus({ seed, language, count, weights = {}, prefix = "" }: CorpusPlan): CorpusText[] {
  const random = randomFrom(seed);
  const texts = languages[language] as CorpusTexts;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const say = (from: readonly string[]) => vary(pick(from), pick);
  const total = COMPLAINTS.reduce((sum, one) => sum + (weights[one] ?? 1), 0);
  const complaintAt = (point: number): Complaint => {
    let left = point * total;
    for (const one of COMPLAINTS) {
      left -= weights[one] ?? 1;
      if (left < 0) return one;
    }
    return "links";
  };
  const space = language === "ja" ? "" : " ";
  return Array.from({ length: count }, (_, index) => {
    const truth = random() < ODD ? null : complaintAt(random());
    const said = [say(truth === null ? texts.odd : texts[truth])];
    if (truth !== null && random() < SECOND) said.push(say(texts[truth]));
    if (truth !== null && random() < MIXED) said.push(say(texts[complaintAt(random())]));
    if (random() < ASIDE) said.splice(random() < 0.5 ? 0 : said.length, 0, say(texts.asides));
    const text = said.join(space);
    return {
      textId: `${prefix}${language}-${index}`,
      voice: "said" as const,
      language,
      rater: `${prefix}${language}-user-${Math.floor(random() * count * 0.7)}`,
      text: random() < SLIP ? slip(text, random) : text,
      truth,
    };
  });
}

/** What people write in a language who are content, and what stands in answers. */
export function backgroundOf(language: string): { language: string; text: string }[] {
  const { praise, answers } = languages[language] as CorpusTexts;
  return [...praise, ...answers].map((text) => ({
    language,
    text: vary(text, ([first]) => first as never),
  }));
}

const vary = (text: string, pick: <T>(from: readonly T[]) => T): string =>
  text.replace(/\{([^}]*)\}/g, (_, choices: string) => pick(choices.split("|")));

/** A letter is left out. */
function slip(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + text.slice(at + 1);
}
