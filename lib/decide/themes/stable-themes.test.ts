import { expect, it } from "vitest";
import { type FoundTheme, groupTexts } from "./group-texts.ts";
import { type KnownTheme, matchThemes } from "./match-themes.ts";
import { backgroundOf, type CorpusText, makeCorpus } from "./testing/corpus.ts";
import type { Complaint } from "./testing/texts.ts";

const LANGUAGES = ["en", "ja"];
const others = LANGUAGES.flatMap(backgroundOf);

/** A day's complaints: nobody has any of links before day 20, and their shares differ from day to day. */
function dayOf(seed: number, day: number): CorpusText[] {
  const weights: Partial<Record<Complaint, number>> = {
    ...{ dates: 1, length: 1.5 + Math.sin(day / 3), tone: 0.7, tables: 0.5 + (day % 5) / 5 },
    links: day < 20 ? 0 : 1.2,
  };
  return LANGUAGES.flatMap((language, index) =>
    makeCorpus({ seed: seed * 10_000 + day * 10 + index, language, count: 12, weights, prefix: `${day}-` }),
  );
}

/** The ids of themes day after day, over a window of 14 days, and by which theme most texts of each true one are found. */
function simulate(seed: number, days: number) {
  let known: KnownTheme[] = [];
  let made = 0;
  const idsOf: Map<string, string>[] = [];
  const given = Array.from({ length: 14 + days }, (_, day) => dayOf(seed, day));
  for (let day = 14; day < 14 + days; day += 1) {
    const texts = given.slice(day - 13, day + 1).flat();
    const earlier = known.map(({ terms, ...theme }) => ({ ...theme, terms: terms.map(({ term }) => term) }));
    const found = groupTexts({ texts, others, earlier });
    const ids = matchThemes(found, known).map((id) => id ?? `theme-${made++}`);
    const now = found.map((theme, index) => ({ ...theme, themeId: ids[index] ?? "" }));
    known = [...now, ...known.filter(({ themeId }) => !ids.includes(themeId))];
    idsOf.push(mostlyFoundAs(texts, now));
  }
  return idsOf;
}

function mostlyFoundAs(texts: readonly CorpusText[], themes: readonly (FoundTheme & { themeId: string })[]) {
  const themeOf = new Map(themes.flatMap(({ themeId, textIds }) => textIds.map((id) => [id, themeId])));
  const groups = Map.groupBy(
    texts.filter(({ truth }) => truth !== null),
    ({ language, truth }) => `${language} ${truth}`,
  );
  return new Map(
    [...groups].flatMap(([truth, own]) => {
      const counts = new Map<string, number>();
      for (const { textId } of own) {
        const id = themeOf.get(textId);
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const [best] = [...counts].sort(([, one], [, other]) => other - one);
      return best && own.length >= 10 ? [[truth, best[0]] as const] : [];
    }),
  );
}

it("keeps a theme's id day after day for 30 days, while texts come and go", () => {
  const shares = [6].map((seed) => {
    const days = simulate(seed, 30);
    let [kept, all] = [0, 0];
    for (const [index, ids] of days.entries())
      for (const [truth, id] of ids) {
        const before = days[index - 1]?.get(truth);
        if (before === undefined) continue;
        all += 1;
        kept += before === id ? 1 : 0;
      }
    const firstAndLast = [...(days[0] ?? [])].map(([truth, id]) => days.at(-1)?.get(truth) === id);
    return { kept: kept / all, whole: firstAndLast.filter(Boolean).length / firstAndLast.length };
  });
  expect(shares.reduce((sum, { kept }) => sum + kept, 0) / shares.length).toBeGreaterThan(0.97);
  expect(shares.reduce((sum, { whole }) => sum + whole, 0) / shares.length).toBeGreaterThan(0.8);
});
