import { describe, expect, it } from "vitest";
import { redactionSettings, redactionSettingsJson, redactionSettingsSchema } from "./schema.ts";
import { validatePattern } from "./validate-pattern.ts";

describe("a pattern", () => {
  it.each(["EMP-\\d{6}", "(?i)case #?\\d+", "\\bK[0-9]{4,8}\\b", "\\p{Greek}+"])("%s is valid", (pattern) => {
    expect(validatePattern(pattern)).toBeNull();
  });

  it.each([
    ["a(?=b)", "lookaround"],
    ["(?<!a)b", "lookaround"],
    ["(a)\\1", "backreference"],
    ["(a", "missing closing )"],
    ["a*", "matches empty text"],
    ["\\b", "matches empty text"],
    ["$", "matches empty text"],
    ["(?:ab|cd|ef){1,200}", "too large"],
  ])("%s is invalid: %s", (pattern, why) => {
    expect(validatePattern(pattern)).toContain(why);
  });
});

describe("settings", () => {
  const faults = (given: unknown) =>
    redactionSettingsSchema.safeParse(given).error?.issues.map(({ path }) => path.join("."));

  it("are returned as given, and skip the kinds that are not named", () => {
    const given = {
      enabled: true,
      kinds: ["email" as const],
      patterns: [{ name: "Case", pattern: "C\\d+" }],
    };
    const settings = redactionSettings(redactionSettingsSchema.parse(given));
    expect(settings.skippedKinds).not.toContain("email");
    expect(settings.skippedKinds).toContain("phone");
    expect(redactionSettingsJson(settings)).toEqual(given);
  });

  it("are rejected with the invalid field", () => {
    expect(faults({ enabled: true, kinds: ["mail"], patterns: [] })).toEqual(["kinds.0"]);
    expect(faults({ enabled: true, kinds: [], patterns: [{ name: "a/b", pattern: "x" }] })).toEqual([
      "patterns.0.name",
    ]);
    expect(faults({ enabled: true, kinds: [], patterns: [{ name: "-_-", pattern: "x" }] })).toEqual([
      "patterns.0.name",
    ]);
    expect(faults({ enabled: true, kinds: [], patterns: [{ name: "a", pattern: "(" }] })).toEqual([
      "patterns.0.pattern",
    ]);
    const twice = [
      { name: "my id", pattern: "x" },
      { name: "My-ID", pattern: "y" },
    ];
    expect(faults({ enabled: true, kinds: [], patterns: twice })).toEqual(["patterns.1.name"]);
    const many = Array.from({ length: 21 }, (_, index) => ({ name: `p${index}`, pattern: "x" }));
    expect(faults({ enabled: true, kinds: [], patterns: many })).toEqual(["patterns"]);
  });
});
