import { describe, expect, it } from "vitest";
import { draftRequestSchema, INPUT_MAX } from "./schema.ts";

describe("draftRequestSchema", () => {
  it.each([
    ["a task and a text", { task: "summary", input: "x" }, []],
    ["a text of the greatest length", { task: "summary", input: "x".repeat(INPUT_MAX) }, []],
    ["a longer text", { task: "summary", input: "x".repeat(INPUT_MAX + 1) }, ["input"]],
    ["only space", { task: "summary", input: " \n" }, ["input"]],
    ["an unknown task", { task: "poem", input: "x" }, ["task"]],
    ["an unknown field", { task: "summary", input: "x", model: "m" }, [""]],
    ["nothing", {}, ["task", "input"]],
  ])("%s", (_, body, faults) => {
    const parsed = draftRequestSchema.safeParse(body);
    expect(parsed.error?.issues.map((issue) => issue.path.join(".")) ?? []).toEqual(faults);
  });
});
