import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("a whole run writes its table", () => {
  expect(readOptions([])).toMatchObject({ rounds: 5, seconds: 8, out: "docs/benchmarks/collect.md" });
});

test("a quick run and a partial one are printed only, unless they are told where to write", () => {
  expect(readOptions(["--quick"])).toMatchObject({ rounds: 1, out: null });
  expect(readOptions(["--only", "a,d"])).toMatchObject({ only: ["a", "d"], out: null });
  expect(readOptions(["--processes", "2"])).toMatchObject({ processes: 2, out: null });
  expect(readOptions(["--quick", "--out", "x.md"])).toMatchObject({ out: "x.md" });
});

test("what cannot be used is refused by name", () => {
  expect(() => readOptions(["--rounds", "0"])).toThrow("--rounds takes a whole number above 0, not “0”.");
  expect(() => readOptions(["--seconds", "1.5"])).toThrow("--seconds takes a whole number above 0");
  expect(() => readOptions(["--minutes", "soon"])).toThrow("--minutes takes a number above 0, not “soon”.");
  expect(() => readOptions(["--only", "a,x"])).toThrow("not “x”");
  expect(() => readOptions(["--processes", "0"])).toThrow("--processes takes a whole number above 0");
  expect(() => readOptions(["--profile", "--processes", "2"])).toThrow("--profile looks into one process");
  expect(() => readOptions(["--rows", "many"])).toThrow("--rows takes whole numbers by commas, not “many”.");
});
