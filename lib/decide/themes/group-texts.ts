import type { ThemeVoice } from "#lib/domain/theme-voice.ts";
import { clusterDocs, type Doc, PEOPLE_MIN } from "./cluster-docs.ts";
import { type CountedWords, countedOf } from "./counted-words.ts";
import type { GivenText, OtherText, ThemeTerm } from "./given-text.ts";
import { type Spoken, titleOf } from "./title-of.ts";
import { clausesOf } from "./words-of.ts";

/** A theme that there was, as far as it helps to find it again. */
export interface EarlierTerms {
  voice: ThemeVoice;
  language: string;
  terms: readonly string[];
}

/** Texts to group. */
export interface TextsToGroup {
  texts: readonly GivenText[];
  /** Texts without complaint: what is as frequent in them is no complaint. */
  others: readonly OtherText[];
  earlier: readonly EarlierTerms[];
}

/** Texts that say the same. */
export interface FoundTheme {
  voice: ThemeVoice;
  language: string;
  /** Heaviest first. */
  terms: ThemeTerm[];
  title: string;
  textIds: string[];
}

/** From how many texts of a theme its title is made: phrases are many. */
const TITLED = 500;

/** A text with the words by which it is counted. */
interface Counted extends CountedWords {
  given: GivenText;
}

/**
 * The themes of texts: what at least three people say, mark or change alike, largest first. Texts of each voice and
 * language are grouped by themselves. What fits no theme is in none. The order of the texts does not matter.
 */
export function groupTexts({ texts, others, earlier }: TextsToGroup): FoundTheme[] {
  const sorted = [...texts].sort((one, other) => (one.textId < other.textId ? -1 : 1));
  const counted = inLanguages(sorted);
  const groups = Map.groupBy(counted, ({ given, language }) => `${given.voice} ${language}`);
  const usualOf = usualShares(others);
  return [...groups.values()]
    .flatMap((group) => themesOfGroup(group, usualOf, earlier))
    .sort((one, other) => other.textIds.length - one.textIds.length || (one.title < other.title ? -1 : 1));
}

/** Texts whose language neither they nor the project tell are in the language of most. */
function inLanguages(texts: readonly GivenText[]): Counted[] {
  const counted = texts.map((given) => ({ given, ...countedOf(given, given.language) }));
  const frequent = [...Map.groupBy(counted, ({ language }) => language)]
    .filter(([language]) => language !== "")
    .sort(([one, all], [other, more]) => more.length - all.length || (one < other ? -1 : 1));
  const most = frequent[0]?.[0] ?? "";
  return counted.map((one) =>
    one.language === "" && most !== "" ? { given: one.given, ...countedOf(one.given, most) } : one,
  );
}

/** The share of a language's other texts with each word. */
function usualShares(others: readonly OtherText[]): (language: string) => ReadonlyMap<string, number> {
  const counted = others.map(({ language, text }) => countedOf({ voice: "said", text }, language));
  const byLanguage = Map.groupBy(counted, ({ language }) => language);
  const shares = new Map(
    [...byLanguage].map(([language, texts]) => {
      const times = new Map<string, number>();
      for (const { telling } of texts)
        for (const term of new Set(telling.map((word) => word.term)))
          times.set(term, (times.get(term) ?? 0) + 1);
      return [language, new Map([...times].map(([term, count]) => [term, count / texts.length]))] as const;
    }),
  );
  return (language) => shares.get(language) ?? new Map();
}

function themesOfGroup(
  group: readonly Counted[],
  usualOf: (language: string) => ReadonlyMap<string, number>,
  earlier: readonly EarlierTerms[],
): FoundTheme[] {
  const [first] = group;
  if (!first) return [];
  const [{ voice }, language] = [first.given, first.language];
  const { docs, docOf } = onceEach(group);
  const { themeOf, terms } = clusterDocs({
    docs,
    usual: voice === "edit" ? new Map() : usualOf(language),
    earlier: earlier
      .filter((one) => one.voice === voice && one.language === language)
      .map((one) => one.terms),
  });
  const shown = shownForms(group);
  return terms.map((own, theme) => {
    const members = group.filter((_, index) => themeOf[docOf[index] ?? -1] === theme);
    const named = own.map(({ term, weight }) => ({ term, shown: shown.get(term) ?? term, weight }));
    const spoken: Spoken[] = members
      .slice(0, TITLED)
      .map(({ given }) => ({ rater: given.rater, clauses: clausesOf(given.text) }));
    const textIds = members.map(({ given }) => given.textId);
    return { voice, language, terms: named, title: titleOf(voice, named, spoken, language), textIds };
  });
}

/** The texts to count: what one person wrote several times counts once, so that nobody makes a theme by repetition. */
function onceEach(group: readonly Counted[]): { docs: Doc[]; docOf: number[] } {
  const places = new Map<string, number>();
  const docs: Doc[] = [];
  const docOf = group.map(({ given, telling }) => {
    const terms = [...new Set(telling.map(({ term }) => term))].sort();
    const key = [given.rater, ...terms].join("\n");
    if (!places.has(key)) places.set(key, docs.push({ rater: given.rater, terms }) - 1);
    return places.get(key) ?? 0;
  });
  return { docs, docOf };
}

/** The form in which most people wrote each term; where fewer than three did, only what its forms begin with alike. */
function shownForms(group: readonly Counted[]): Map<string, string> {
  const forms = new Map<string, Map<string, Set<string>>>();
  for (const { given, telling } of group)
    for (const { term, shown } of telling) {
      const own = forms.get(term) ?? new Map<string, Set<string>>();
      own.set(shown, (own.get(shown) ?? new Set()).add(given.rater));
      forms.set(term, own);
    }
  return new Map([...forms].map(([term, own]) => [term, shownForm(own) ?? `${term}…`]));
}

function shownForm(forms: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const [best] = [...forms].sort(
    ([one, users], [other, more]) => more.size - users.size || (one < other ? -1 : 1),
  );
  return best && best[1].size >= PEOPLE_MIN ? best[0] : undefined;
}
