import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type AmplifyCase, cases } from "./cases.ts";
import { measureCase } from "./measure.ts";
import { requestBytes, TARGET } from "./report.ts";

testDatabase("bytes");

/**
 * The worst of each kind of storage: names in rollups, words of the index, values, and the case of issue 12.
 */
const worst: readonly [label: string, answers: AmplifyCase["answers"]][] = [
  ["A thumb with 20 invented categories", "apart"],
  ["Four ratings with 20 listed categories", "apart"],
  ["A comment of 14 pairs of words with hyphens", "together"],
  ["A correction of 10,000 characters", "together"],
  ["A score", "apart"],
];

/**
 * Tables and their indexes grow by pages of 8 kB, and how full the last page of these twelve is depends on
 * chance: of feedback with its indexes, of slices, search documents and votes, and of the hours to count by all dimensions.
 */
const BEGUN_PAGES = 12 * 8_192;

it.each(worst)("%s, %s: is stored in at most six times the size sent", async (label, answers) => {
  const one = cases.find((each) => each.label === label && each.answers === answers);
  if (!one) throw new Error(`No case “${label}”.`);
  const { sentBytes, storedBytes, rollupRows } = await measureCase(await testProject(), one);
  expect(storedBytes - BEGUN_PAGES).toBeLessThanOrEqual(TARGET * requestBytes(sentBytes));
  // Each name once per project; the slices already have their rows.
  expect(rollupRows).toBeLessThan(50);
});
