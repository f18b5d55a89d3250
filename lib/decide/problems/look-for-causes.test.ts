import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import {
  type CombinationSeen,
  type LookInput,
  lookForCauses,
  type ProblemOnRecord,
  type Scope,
} from "./index.ts";

/** Noon of a Monday, and the days of history before it. */
const [NOW, DAYS] = [20_787 * 24 + 12, 42];

interface Project {
  days?: number;
  /** How likely a thumb is down, so many days ago. */
  bad: (values: Scope, daysAgo: number) => number;
  /** How likely a thumb down is of the category. */
  wrong?: (values: Scope, daysAgo: number) => number;
  /** Whether there are answers. */
  live?: (values: Scope, daysAgo: number) => boolean;
}

/** Two features, two models and two languages with a rating of a user in every other hour each. */
function project({ days = DAYS, bad, wrong = () => 0.3, live = () => true }: Project): CombinationSeen[] {
  const random = randomFrom(5);
  const all = ["search", "support"].flatMap((feature) =>
    ["mini", "large"].flatMap((model) =>
      ["de", "en"].flatMap((language) =>
        ["v6", "v7"].map((promptVersion): Scope => ({ feature, model, language, promptVersion })),
      ),
    ),
  );
  return all.flatMap((values) => {
    const hours = Array.from({ length: days * 24 }, (_, ago) => ({ hour: NOW - ago, ago: ago / 24 }))
      .filter(({ ago }) => random() < 0.5 && live(values, ago))
      .map(({ hour, ago }) => {
        const down = random() < bad(values, ago) ? 1 : 0;
        return { hour, thumbs: 1, down, wrong: down === 1 && random() < wrong(values, ago) ? 1 : 0 };
      });
    const named = hours.filter((each) => each.wrong === 1).map(({ hour }) => ({ hour, down: 1 }));
    return hours.length === 0 ? [] : [{ values, hours, raters: 40, categories: { wrong: named } }];
  });
}

const look = (given: Project, known: LookInput["known"] = []) =>
  lookForCauses({ combinations: project(given), userDays: [{ n: 1, bad: 0, count: 9 }], known, hour: NOW });
const told = (given: Project, known: LookInput["known"] = []) =>
  look(given, known).found.map(({ category, against, isNew, scope }) => ({
    category,
    against,
    isNew,
    scope,
  }));

const usual = 0.2;
const versions = ({ promptVersion }: Scope, ago: number) =>
  promptVersion === "v7" ? ago < 3 : promptVersion === "v6" && ago >= 3;

it("finds nothing where nothing changed", () => {
  expect(told({ bad: () => usual })).toEqual([]);
  expect(look({ bad: () => usual })).toMatchObject({ starts: 14, usualOf: expect.any(Number) });
});

it("finds one cause of a model within a feature since a version", () => {
  const bad = ({ feature, model, promptVersion }: Scope) =>
    feature === "support" && model === "mini" && promptVersion === "v7" ? 0.7 : usual;
  // The version was not even tested with the others: nothing else has been rated in these answers since.
  expect(look({ bad, live: versions }).found).toMatchObject([
    {
      ...{ category: null, against: "own", daysAgo: 3, isNew: true },
      scope: { feature: "support", model: "mini", promptVersion: "v7" },
    },
  ]);
});

it("finds what is worse than the project, once, though it always was", () => {
  const bad = ({ language }: Scope) => (language === "de" ? 0.6 : usual);
  expect(told({ bad })).toEqual([
    { category: null, against: "project", isNew: false, scope: { language: "de" } },
  ]);
});

it("tells no small difference between features", () => {
  expect(told({ bad: ({ feature }) => (feature === "search" ? 0.17 : 0.23) })).toEqual([]);
});

describe("a category that grows", () => {
  const wrong = ({ feature }: Scope, ago: number) => (feature === "search" && ago < 5 ? 0.95 : 0.2);

  it("is found", () => {
    expect(told({ bad: () => 0.3, wrong })).toEqual([
      { category: "wrong", against: "own", isNew: false, scope: { feature: "search" } },
    ]);
  });

  it("is no problem of its own where thumbs down grow, now or on record", () => {
    const bad = ({ feature }: Scope, ago: number) => (feature === "search" && ago < 5 ? 0.8 : 0.3);
    expect(told({ bad, wrong })).toEqual([
      { category: null, against: "own", isNew: false, scope: { feature: "search" } },
    ]);
    const known = {
      category: null,
      scope: {},
      state: "open",
      beganHour: NOW - 900,
      restartHour: null,
    } as const;
    expect(told({ bad: () => 0.3, wrong }, [known])).toEqual([]);
  });
});

describe("a problem that was fixed", () => {
  const scope = { model: "mini" };
  const bad = (values: Scope, ago: number) => (values.model === "mini" && ago < 9 && ago >= 4 ? 0.6 : usual);
  const fixed: ProblemOnRecord = {
    ...{ category: null, scope, state: "verified", beganHour: NOW - 9 * 24, restartHour: NOW - 4 * 24 },
  };

  it("is not found in the answers before its fix, which are not usual either", () => {
    expect(told({ bad })).toMatchObject([{ scope }]);
    expect(told({ bad }, [fixed])).toEqual([]);
  });

  it("is found again where it comes back", () => {
    const again = (values: Scope, ago: number) =>
      values.model === "mini" && ago < 2 ? 0.6 : bad(values, ago);
    expect(told({ bad: again }, [fixed])).toMatchObject([{ scope }]);
  });
});

it("looks at a young project once it has a week of history", () => {
  const bad = ({ model }: Scope, ago: number) => (model === "mini" && ago < 2 ? 0.6 : usual);
  expect(look({ days: 6, bad })).toMatchObject({ found: [], usualOf: 0, starts: 0 });
  expect(look({ days: 10, bad })).toMatchObject({ found: [{ scope: { model: "mini" } }], starts: 4 });
  expect(lookForCauses({ combinations: [], userDays: [], known: [], hour: NOW })).toMatchObject({
    found: [],
  });
});
