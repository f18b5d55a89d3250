import { expect, it } from "vitest";
import { mixShifts, type RatedBeforeAndSince } from "./index.ts";

const rated = (language: string, before: number, since: number): RatedBeforeAndSince => ({
  ...{ values: { language, model: "mini" }, before, since },
});

it.each<[string, RatedBeforeAndSince[], string[]]>([
  ["none where shares are alike", [rated("de", 50, 55), rated("en", 50, 45)], []],
  ["both values of a dimension that moved", [rated("de", 20, 60), rated("en", 80, 40)], ["de", "en"]],
  ["what is new", [rated("de", 100, 70), rated("fr", 0, 30)], ["fr", "de"]],
  ["nothing of few ratings", [rated("de", 5, 60), rated("en", 20, 40)], []],
])("%s", (_, given, expected) => expect(mixShifts(given).map(({ value }) => value)).toEqual(expected));

it("has the shares before and since", () => {
  expect(mixShifts([rated("de", 20, 60), rated("en", 80, 40)])[0]).toEqual({
    ...{ dimension: "language", value: "de", before: 0.2, since: 0.6 },
  });
});
