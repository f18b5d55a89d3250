import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type AppliedMigration, planMigrations } from "./history.ts";

const folder = [
  { name: "1_init", sql: "CREATE TABLE a ();\n" },
  { name: "2_more", sql: "CREATE TABLE b ();\n" },
];
const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");
const row = (name: string, finished = true, sql?: string): AppliedMigration => ({
  name,
  finished,
  checksum: checksum(sql ?? folder.find((migration) => migration.name === name)?.sql ?? ""),
});

test.each([
  ["an empty database", [], { pending: ["1_init", "2_more"], failed: [] }],
  ["a database that is one behind", [row("1_init")], { pending: ["2_more"], failed: [] }],
  ["one that is up to date", [row("1_init"), row("2_more")], { pending: [], failed: [] }],
  [
    "one whose last failed",
    [row("1_init"), row("2_more", false)],
    { pending: ["2_more"], failed: ["2_more"] },
  ],
  [
    "one that failed and then went through",
    [row("1_init", false), row("1_init"), row("2_more")],
    { pending: [], failed: [] },
  ],
  [
    "one that was migrated from a checkout with other line ends",
    [row("1_init", true, "CREATE TABLE a ();\r\n"), row("2_more")],
    { pending: [], failed: [] },
  ],
])("plans for %s", (_what, history, plan) => {
  expect(planMigrations(folder, history)).toEqual(plan);
});

test.each([
  [
    "has what this checkout does not know",
    [row("1_init"), row("3_future")],
    /newer version of Whetstone: it has migration 3_future/,
  ],
  [
    "has an older text of a migration",
    [row("1_init", true, "CREATE TABLE z ();")],
    /1_init was modified after/,
  ],
])("refuses a database that %s", (_what, history, words) => {
  expect(() => planMigrations(folder, history)).toThrow(words);
});
