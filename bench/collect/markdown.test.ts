import { expect, test } from "vitest";
import { markdownTable, short, whole } from "./markdown.ts";

test("columns are as wide as their longest cell, figures stand to the right", () => {
  const rows = [
    ["one", "1"],
    ["eleven", "11,111"],
  ];
  expect(markdownTable(["", "events"], rows)).toBe(
    ["|        | events |", "| ------ | -----: |", "| one    |      1 |", "| eleven | 11,111 |"].join("\n"),
  );
});

test("figures are told as exactly as they are meant", () => {
  expect([whole(12_345.6), short(12.34), short(0.254)]).toEqual(["12,346", "12.3", "0.25"]);
});
