import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * What reads what users said and does not leave out bursts, as it counts nothing that is shown: it stores, finds, takes
 * back, measures or shows single rows. Whatever else reads these tables must ask for notLeftOut, or a figure and its list
 * would differ.
 */
const others = [
  // Which texts are of which theme; whether they count is asked where they are counted.
  "lib/decide/themes/store.ts",
  "lib/evaluate/metrics/rollups/measure-edits-store.ts",
  "lib/observe/annotations/newest-store.ts",
  "lib/observe/annotations/store.ts",
  // Which rows belong to a burst, whether it counts or not.
  "lib/observe/bursts/flag-store.ts",
  "lib/observe/bursts/look-store.ts",
  "lib/observe/bursts/store.ts",
  "lib/observe/feedback/session-target-store.ts",
  "lib/observe/feedback/store.ts",
  "lib/observe/feedback/withdraw-store.ts",
  "lib/observe/ingest/quota-store.ts",
  // One interaction with all that was said of it, marked.
  "lib/observe/interactions/detail-store.ts",
  "lib/observe/interactions/feedback-page-store.ts",
  "lib/observe/interactions/page-store.ts",
  // Raw preferences, as they were sent.
  "lib/observe/preferences/list-store.ts",
  "lib/observe/preferences/store.ts",
  "lib/observe/scores/declare-score-store.ts",
];

const READS =
  /\b(FROM|JOIN) (feedback|annotations|signals|preferences)\b|\banswerEventEntries\b[\s\S]*\bFROM \$\{|\b(db\(\)|tx)\.(feedback|annotation|signal|preference)\./;

it("whatever counts or lists what users said leaves out what its project leaves out", () => {
  const readers = globSync("{app,lib}/**/*.{ts,tsx}")
    .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(file, "utf8") }))
    .filter(({ file, text }) => !/\.test\.tsx?$|\/testing\//.test(file) && READS.test(text));
  expect(readers.length).toBeGreaterThan(others.length);
  const without = readers.filter(({ text }) => !text.includes("notLeftOut("));
  expect(without.map(({ file }) => file).sort()).toEqual(others);
});

it("what nobody was shown is read in one place, so that nothing else can count it", () => {
  const readers = globSync("{app,bench,lib,server}/**/*.{ts,tsx}")
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) =>
      /\bshadow_answer AS\b|\b(FROM|JOIN|INTO) shadow_answer\b|\.shadowAnswer\b/.test(
        readFileSync(file, "utf8"),
      ),
    );
  expect(readers.length).toBeGreaterThan(2);
  expect(readers.filter((file) => !file.startsWith("lib/observe/shadows/"))).toEqual([]);
});
