import { describe, expect, it } from "vitest";
import type { Dimension } from "#lib/domain/dimensions.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { type Cell, FALLS, findCauses, GROWTHS, type Scope } from "./index.ts";

const PARTS = {
  feature: ["search", "support", "chat", "mail", "notes"],
  model: ["gpt-4o-mini", "claude", "gemini"],
  promptVersion: ["v6", "v7"],
  language: ["en", "de", "fr"],
} as const satisfies { [Name in Dimension]?: readonly string[] };

const all = (names: readonly (keyof typeof PARTS)[]): Scope[] =>
  names.reduce<Scope[]>(
    (scopes, name) => scopes.flatMap((scope) => PARTS[name].map((value) => ({ ...scope, [name]: value }))),
    [{}],
  );

const matches = (scope: Scope, wanted: Scope) =>
  Object.entries(wanted).every(([name, value]) => scope[name as Dimension] === value);

interface Planted {
  scope: Scope;
  by: number;
}

/** Cells with 60 ratings a day each, of which .2 are usually bad; what was planted began three days ago. */
function cells(planted: readonly Planted[], seed = 0, ratings = 60): Cell[] {
  const random = randomFrom(seed);
  return all(["feature", "model", "promptVersion", "language"]).map((values) => {
    const by = planted.reduce((sum, each) => sum + (matches(values, each.scope) ? each.by : 0), 0);
    let [n, bad] = [0, 0];
    const since = Array.from({ length: 14 }, (_, day) => {
      n += ratings;
      const share = 0.2 + (day < 3 ? by : 0);
      if (seed === 0) bad += ratings * share;
      else for (let left = ratings; left > 0; left--) bad += random() < share ? 1 : 0;
      return { n, bad, expected: n * 0.2 };
    });
    return { values, raters: 40, met: 400, usual: 28 * ratings, since };
  });
}

const found = (planted: readonly Planted[], seed = 0) =>
  findCauses(cells(planted, seed), { worse: FALLS, dispersion: 1 }).map(({ scope }) => scope);

describe("the narrowest scope that explains what is worse", () => {
  it.each<[string, Scope[]]>([
    ["a model, once, not as five features", [{ model: "claude" }]],
    ["a feature", [{ feature: "support" }]],
    ["a language of a model", [{ model: "claude", language: "de" }]],
    ["a version of a feature in a language", [{ feature: "support", promptVersion: "v7", language: "de" }]],
    ["everything", [{}]],
    ["two causes that have nothing in common", [{ model: "claude" }, { feature: "mail", language: "fr" }]],
  ])("is %s", (_, scopes) => {
    const planted = scopes.map((scope) => ({ scope, by: 0.2 }));
    expect(found(planted)).toHaveLength(scopes.length);
    expect(found(planted)).toEqual(expect.arrayContaining(scopes));
  });

  it("is found by chance values as well", () => {
    const scope = { model: "gpt-4o-mini", language: "de" };
    for (let seed = 1; seed <= 5; seed++) expect(found([{ scope, by: 0.15 }], seed)).toEqual([scope]);
  });

  it("is none where nothing changed", () => {
    for (let seed = 1; seed <= 10; seed++) expect(found([], seed)).toEqual([]);
  });

  it("may have four dimensions where that is asked for", () => {
    const scope = { feature: "support", model: "gpt-4o-mini", promptVersion: "v7", language: "de" };
    const given = cells([{ scope, by: 0.4 }]);
    const options = { worse: FALLS, dispersion: 1, deepest: 4 };
    expect(findCauses(given, options).map((cause) => cause.scope)).toEqual([scope]);
  });

  it("tells when it began, by how much, and whom it harms", () => {
    const [cause] = findCauses(cells([{ scope: { model: "claude" }, by: 0.2 }]), {
      worse: FALLS,
      dispersion: 1,
    });
    expect(cause).toMatchObject({ daysAgo: 2, n: 30 * 60 * 3, met: 30 * 400, raters: 30 * 40 });
    expect(cause?.worse).toBeCloseTo(0.2, 12);
    expect(cause?.harm).toBeCloseTo(30 * 400 * 0.2, 8);
  });

  it("puts many who met a little before few who met much", () => {
    const small = { feature: "mail", model: "gemini", language: "fr" } as const;
    const planted = [
      { scope: small, by: 0.5 },
      { scope: { promptVersion: "v7" }, by: 0.1 },
    ];
    expect(found(planted)).toEqual([{ promptVersion: "v7" }, small]);
  });

  it("names what else fits: a model that one version alone uses", () => {
    const given = cells([{ scope: { model: "claude" }, by: 0.2 }]).map((cell) => ({
      ...cell,
      values: { ...cell.values, promptVersion: cell.values.model === "claude" ? "v9" : "v8" },
    }));
    expect(findCauses(given, { worse: FALLS, dispersion: 1 })).toMatchObject([
      { scope: { model: "claude" }, sameAs: [{ promptVersion: "v9" }] },
    ]);
  });
});

it("does not name what all answers share: the only feature, with its only prompt", () => {
  const given = ["mini", "large"].flatMap((model) =>
    ["v6", "v7"].map((promptVersion): Cell => {
      const isBad = model === "mini" && promptVersion === "v7";
      const values = { feature: "support", model, promptTemplate: "reply", promptVersion };
      return {
        values,
        raters: 40,
        met: 40,
        usual: 400,
        since: [{ n: 40, bad: isBad ? 36 : 6, expected: 6 }],
      };
    }),
  );
  const scopes = findCauses(given, { worse: FALLS, dispersion: 1 }).map(({ scope }) => scope);
  expect(scopes).toEqual([{ model: "mini", promptVersion: "v7" }]);
});

describe("what is too little", () => {
  const one = (change: Partial<Cell>): Cell => ({
    values: { feature: "support" },
    raters: 10,
    met: 100,
    usual: 1_000,
    since: [{ n: 30, bad: 27, expected: 3 }],
    ...change,
  });
  const options = { worse: FALLS, dispersion: 1 };
  const names = (cell: Cell) => findCauses([cell], options).length;

  it.each([
    ["30 ratings of 10 users are enough", {}, 1],
    ["nine users are not, whatever they say", { raters: 9 }, 0],
    ["29 ratings are not", { since: [{ n: 29, bad: 27, expected: 3 }] }, 0],
    ["better than usual is no problem", { since: [{ n: 300, bad: 0, expected: 60 }] }, 0],
    ["as usual is none", { since: [{ n: 300, bad: 62, expected: 60 }] }, 0],
  ])("%s", (_, change, count) => expect(names(one(change))).toBe(count));

  it("users who rate again and again are worth less", () => {
    const cell = one({ since: [{ n: 100, bad: 45, expected: 20 }] });
    expect(findCauses([cell], { ...options, dispersion: 1 })).toHaveLength(1);
    expect(findCauses([cell], { ...options, dispersion: 3 })).toHaveLength(0);
  });

  it("other tests in the same look raise what is needed", () => {
    const cell = one({ since: [{ n: 100, bad: 45, expected: 20 }] });
    expect(findCauses([cell], { ...options, otherTests: 100_000 })).toHaveLength(0);
  });
});

it("a category that grows from 2 to 8 % of a feature's ratings is found, not one that stays", () => {
  const category = (grown: (values: Scope) => number) =>
    cells([]).map((cell) => ({
      ...cell,
      since: cell.since.map(({ n }) => ({ n, bad: n * grown(cell.values), expected: n * 0.02 })),
    }));
  const grown = (values: Scope) => (values.feature === "mail" ? 0.08 : 0.02);
  const options = { worse: GROWTHS, dispersion: 1 };
  expect(findCauses(category(grown), options).map(({ scope }) => scope)).toEqual([{ feature: "mail" }]);
  expect(
    findCauses(
      category(() => 0.02),
      options,
    ),
  ).toEqual([]);
});

it("2,000 combinations are searched in a moment", () => {
  // 63 groups a cell: the number of groups, not a time, is what a slower search would change.
  const random = randomFrom(7);
  const pick = (count: number) => String(Math.floor(random() * count));
  const many = Array.from(
    { length: 2_000 },
    (): Cell => ({
      values: {
        ...{ feature: pick(50), model: pick(5), promptTemplate: pick(20), promptVersion: pick(8) },
        ...{ tenant: pick(30), language: pick(8), segment: pick(4) },
      },
      raters: 20,
      met: 100,
      usual: 500,
      since: [{ n: 50, bad: 10, expected: 10 }],
    }),
  );
  const planted = many.map((cell) =>
    cell.values.model === "3" ? { ...cell, since: [{ n: 50, bad: 17, expected: 10 }] } : cell,
  );
  expect(findCauses(planted, { worse: FALLS, dispersion: 1.3 }).map(({ scope }) => scope)).toEqual([
    { model: "3" },
  ]);
});
