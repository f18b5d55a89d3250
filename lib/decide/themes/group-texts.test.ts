import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { groupTexts } from "./group-texts.ts";
import { agreementOf } from "./testing/agreement.ts";
import { backgroundOf, type CorpusText, languages, makeCorpus } from "./testing/corpus.ts";
import { clausesOf } from "./words-of.ts";

const names = Object.keys(languages);
const others = names.flatMap(backgroundOf);

/** 200 texts in each of five languages, in no order. */
function corpus(seed: number, count = 200): CorpusText[] {
  const random = randomFrom(seed);
  return names
    .flatMap((language, index) => makeCorpus({ seed: seed * 100 + index, language, count }))
    .map((text) => ({ text: { ...text, language: "" }, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ text }) => text);
}

const truthOf = ({ textId, truth }: CorpusText) => `${textId.slice(0, 2)} ${truth}`;

/** The group of each text that truly has a theme, and its truth. Texts in no group are alone. */
function compare(texts: readonly CorpusText[], groupOf: ReadonlyMap<string, string>) {
  const themed = texts.filter(({ truth }) => truth !== null);
  return agreementOf(
    themed.map(({ textId }) => groupOf.get(textId) ?? textId),
    themed.map(truthOf),
  );
}

/** What is simplest: the texts whose most frequent telling word is the same. */
function byMostFrequentWord(texts: readonly CorpusText[]): Map<string, string> {
  const words = texts.map(({ text }) =>
    clausesOf(text)
      .flat()
      .map(({ term }) => term)
      .filter((term) => term.length > 3),
  );
  const count = new Map<string, number>();
  for (const own of words) for (const term of new Set(own)) count.set(term, (count.get(term) ?? 0) + 1);
  const best = (own: readonly string[]) =>
    [...own].sort((one, other) => (count.get(other) ?? 0) - (count.get(one) ?? 0))[0] ?? "";
  return new Map(texts.map(({ textId }, index) => [textId, best(words[index] ?? [])]));
}

function found(texts: readonly CorpusText[]): Map<string, string> {
  const themes = groupTexts({ texts, others, earlier: [] });
  return new Map(themes.flatMap(({ textIds }, theme) => textIds.map((id) => [id, String(theme)])));
}

describe("groupTexts", () => {
  it("finds the themes of seeded complaints in five languages, far better than by frequent words", () => {
    const each = [21, 22, 23].map((seed) => {
      const texts = corpus(seed);
      const groups = found(texts);
      const truly = texts.filter(({ truth }) => truth !== null);
      return {
        ...compare(texts, groups),
        baseline: compare(texts, byMostFrequentWord(texts)).rand,
        lost: truly.filter(({ textId }) => !groups.has(textId)).length / truly.length,
      };
    });
    const mean = (of: (one: (typeof each)[number]) => number) =>
      each.reduce((sum, one) => sum + of(one), 0) / each.length;
    // Measured, as docs/themes.md says.
    expect(mean(({ purity }) => purity)).toBeGreaterThan(0.93);
    expect(mean(({ rand }) => rand)).toBeGreaterThan(0.85);
    expect(mean(({ information }) => information)).toBeGreaterThan(0.9);
    expect(mean(({ lost }) => lost)).toBeLessThan(0.02);
    expect(mean(({ baseline }) => baseline)).toBeLessThan(0.5);
  });

  it("does not depend on the order of the texts, nor on chance", () => {
    const texts = corpus(31, 60);
    expect(groupTexts({ texts: texts.toReversed(), others, earlier: [] })).toEqual(
      groupTexts({ texts, others, earlier: [] }),
    );
  });

  it("makes no theme of what fewer than three people say, however often", () => {
    const said = (rater: string, text: string, index: number) => ({
      ...{ textId: `${rater}-${index}`, voice: "said" as const, language: "en", rater, text },
    });
    const loud = ["Ann", "Ben"].flatMap((rater) =>
      Array.from({ length: 30 }, (_, index) => said(rater, "My Hampshire account number leaked", index)),
    );
    const texts = [...loud, said("Cid", "Too long.", 0), said("Dee", "Too long, please.", 0)];
    expect(groupTexts({ texts, others: [], earlier: [] })).toEqual([]);
    const [theme] = groupTexts({ texts: [...texts, said("Eve", "Too long!", 0)], others: [], earlier: [] });
    expect(theme).toMatchObject({ title: "Too long", textIds: ["Cid-0", "Dee-0", "Eve-0"] });
    expect(JSON.stringify(theme)).not.toMatch(/hampsh|leaked/i);
  });

  it("groups edits by what they remove and add, apart from comments", () => {
    const edit = (rater: string, text: string, after: string) => ({
      ...{ textId: `edit-${rater}`, voice: "edit" as const, language: "", rater, text, after },
    });
    const texts = [
      edit("d", "The shop opens at noon.", "The shop opens at ten."),
      edit("e", "Bring a towel.", "Bring two towels and soap."),
      edit(
        "a",
        "Hello, we are thrilled about the kettle you sent.",
        "Hello, we are sorry about the kettle you sent.",
      ),
      edit("b", "We are thrilled to read that the lid broke.", "We are sorry to read that the lid broke."),
      edit("c", "It is so thrilled that the bag is late.", "It is so sorry that the bag is late."),
    ];
    expect(groupTexts({ texts, others: [], earlier: [] })).toMatchObject([
      { voice: "edit", title: "Removed: thrilled; added: sorry", textIds: ["edit-a", "edit-b", "edit-c"] },
    ]);
  });

  it.each([
    ["no texts", []],
    ["what has no words", ["!!!", "123", "", "\ud800", "[EMAIL]"]],
  ])("finds nothing in %s", (_, said) => {
    const texts = said.flatMap((text) =>
      ["a", "b", "c"].map((rater) => ({
        textId: text + rater,
        voice: "said" as const,
        language: "",
        rater,
        text,
      })),
    );
    expect(groupTexts({ texts, others: [], earlier: [] })).toEqual([]);
  });
});
