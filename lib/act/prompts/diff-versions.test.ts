import { expect, it } from "vitest";
import { diffVersions } from "./diff-versions.ts";

it("tells lines that came and went", () => {
  expect(diffVersions("Be short.\nBe kind.", "Be short.\nBe very kind.\nEnd.")).toEqual([
    { kind: "kept", text: "Be short.\n" },
    { kind: "removed", text: "Be kind.\n" },
    { kind: "added", text: "Be very kind.\nEnd.\n" },
  ]);
});

it("tells messages under their roles", () => {
  const system = { role: "system" as const, content: "Be short." };
  expect(diffVersions([system], [system, { role: "user", content: "{{q}}" }])).toEqual([
    { kind: "kept", text: "system:\nBe short.\n" },
    { kind: "added", text: "\nuser:\n{{q}}\n" },
  ]);
});

it("tells an empty line at the end", () => {
  expect(diffVersions("a", "a\n")).toEqual([
    { kind: "kept", text: "a\n" },
    { kind: "added", text: "\n" },
  ]);
});

it("gives up on texts that have nothing in common", () => {
  const lines = (from: number) => Array.from({ length: 2_000 }, (_, n) => `${from + n}\n`).join("");
  expect(diffVersions(lines(0), lines(10_000))).toBeNull();
});
