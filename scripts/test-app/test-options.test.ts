import { expect, it } from "vitest";
import { testOptions } from "./test-options.ts";

it.each([
  [[], []],
  [["tests/browser/docs.spec.ts"], ["tests/browser/docs.spec.ts"]],
  [
    ["./tests/api/access.spec.ts:12", "tests/browser"],
    ["./tests/api/access.spec.ts:12", "tests/browser"],
  ],
  [
    ["tests/api", "--grep", "a key"],
    ["tests/api", "--grep=a key"],
  ],
])("takes %j", (args, asked) => expect(testOptions(args)).toEqual(asked));

it.each([
  [["tests/browser/none.spec.ts"], "No spec “tests/browser/none.spec.ts” in tests/browser or tests/api."],
  [["lib/domain/rate.test.ts"], "No spec “lib/domain/rate.test.ts”"],
  [["--greb", "x"], "Unknown option '--greb'"],
])("refuses %j by name", (args, words) => expect(() => testOptions(args)).toThrow(words));
