import type { ClaimFigures } from "#lib/domain/impact-claim.ts";

/** What Whetstone itself tells users, in the languages of the widgets. */
interface ImpactWords {
  /** Good ratings before and since. */
  gain: (before: string, after: string) => string;
  /** What is told where nobody is known. */
  people: (count: string) => string;
}

const words: Readonly<Record<string, ImpactWords>> = {
  en: {
    gain: (before, after) => `Good ratings: ${after}, up from ${before}.`,
    people: (count) => `${count} people’s feedback shaped this:`,
  },
  de: {
    gain: (before, after) => `Gute Bewertungen: ${after} statt vorher ${before}.`,
    people: (count) => `Das Feedback von ${count} Menschen hat dazu beigetragen:`,
  },
  fr: {
    gain: (before, after) => `Bonnes évaluations : ${after}, contre ${before} auparavant.`,
    people: (count) => `Les avis de ${count} personnes y ont contribué :`,
  },
  es: {
    gain: (before, after) => `Valoraciones positivas: ${after}, antes ${before}.`,
    people: (count) => `Las opiniones de ${count} personas han contribuido a esto:`,
  },
  pt: {
    gain: (before, after) => `Avaliações positivas: ${after}; antes, ${before}.`,
    people: (count) => `A opinião de ${count} pessoas contribuiu para isto:`,
  },
  ja: {
    gain: (before, after) => `良い評価：${before}から${after}に上がりました。`,
    people: (count) => `${count}人のフィードバックが次の改善につながりました：`,
  },
  zh: {
    gain: (before, after) => `好评率：从${before}升至${after}。`,
    people: (count) => `${count}位用户的反馈促成了这项改进：`,
  },
  ar: {
    gain: (before, after) => `التقييمات الجيدة: ${after} بعد أن كانت ${before}.`,
    people: (count) => `ساهمت آراء ${count} من المستخدمين في هذا التحسين:`,
  },
};

const wordsOf = (language: string): ImpactWords | undefined =>
  words[language.split("-")[0]?.toLowerCase() ?? ""];

/** A gain as a sentence for users; null in a language without one, and where both shares look the same. */
export function gainWords({ before, after }: ClaimFigures, language: string): string | null {
  const format = new Intl.NumberFormat(language, { style: "percent" });
  const [was, is] = [format.format(before), format.format(after)];
  return was === is ? null : (wordsOf(language)?.gain(was, is) ?? null);
}

/** What led to an improvement, for whoever may not have been among them; null in a language without such words. */
export const peopleWords = (people: number, language: string): string | null =>
  wordsOf(language)?.people(new Intl.NumberFormat(language).format(people)) ?? null;
