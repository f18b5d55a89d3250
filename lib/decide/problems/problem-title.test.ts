import { expect, it } from "vitest";
import { problemTitle, type TitledProblem } from "./index.ts";

const plain: TitledProblem = { scope: {}, category: null, against: "own", isNew: false };

it.each<[Partial<TitledProblem>, string]>([
  [{}, "All answers are rated worse"],
  [
    { scope: { language: "de", model: "mini", feature: "support", promptVersion: "v7" }, isNew: true },
    "German answers of mini in support since prompt v7 are rated worse",
  ],
  [
    { scope: { model: "mini", promptVersion: "v7" }, against: "project" },
    "Answers of mini with prompt v7 are rated worse than the rest",
  ],
  [{ category: "too_long", scope: { feature: "mail" } }, "More “too_long” in answers in mail"],
  [{ category: "too_long", scope: { language: "de" } }, "More “too_long” in German answers"],
  [{ category: "too_long" }, "More “too_long” in all answers"],
])("%j: %s", (more, title) => expect(problemTitle({ ...plain, ...more })).toBe(title));
