import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";

describe("readOptions", () => {
  it("accepts several sizes, smallest first", () =>
    expect(readOptions(["--rows", "1_000_000,100000"])).toMatchObject({ rows: [100_000, 1_000_000] }));

  it("measures queries and pages, and keeps nothing, by default", () =>
    expect(readOptions([])).toEqual({
      rows: [100_000, 1_000_000],
      rounds: 30,
      keep: null,
      pages: true,
      out: null,
    }));

  it.each([
    ["--rows", "many"],
    ["--rows", "999"],
    ["--rounds", "0"],
    ["--rounds", "1.5"],
  ])("names the invalid option: %s %s", (name, value) =>
    expect(() => readOptions([name, value])).toThrow(`${name} takes whole numbers`),
  );
});
