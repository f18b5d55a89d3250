import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalReport } from "./refusal-report.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whetstone-refused-"));
});
afterAll(() => rm(folder, { recursive: true }));

const refusals = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => ({ line: first + index, reason: "is not JSON" }));

describe("the report of rejected lines", () => {
  it.each([
    [3, 3],
    [20, 20],
    [21, 21],
    [500, 21],
  ])("for %i, shows %i lines: twenty and where to find the others", async (count, shown) => {
    const notes: string[] = [];
    const report = refusalReport(undefined, (text) => void notes.push(text));
    await report.add(refusals(count));
    expect(notes).toHaveLength(shown);
    expect(notes.at(-1)).toMatch(
      count > 20 ? /Use --refused FILE to list them all/ : /^line \d+: is not JSON$/,
    );
  });

  it("reports only once that there are more", async () => {
    const notes: string[] = [];
    const report = refusalReport(undefined, (text) => void notes.push(text));
    for (let batch = 0; batch < 5; batch++) await report.add(refusals(15));
    expect(notes).toHaveLength(21);
  });

  it("has all of them in the file, including those before an interruption", async () => {
    const file = join(folder, "refused.txt");
    const first = refusalReport(file, () => {});
    await first.begin(false);
    await first.add(refusals(30));
    const second = refusalReport(file, () => {});
    await second.begin(true);
    await second.add(refusals(1, 99));
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      31,
      "line 1: is not JSON",
      "line 99: is not JSON",
    ]);
  });
});
