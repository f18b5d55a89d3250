import { describe, expect, it } from "vitest";
import { promptChanges, promptOptions, promptValue } from "./prompt-options.ts";

const offered = (prompts: [template: string, version: string][]) =>
  promptOptions(prompts.map(([template, version]) => ({ template, version }))).map(({ label, value }) => [
    label,
    promptChanges(value),
  ]);

describe("promptOptions", () => {
  it("names a version by itself where its name is the only one", () => {
    expect(
      offered([
        ["reply", "v1"],
        ["reply", "v2"],
      ]),
    ).toEqual([
      ["v1", { prompt_template: null, prompt_version: "v1", none: null }],
      ["v2", { prompt_template: null, prompt_version: "v2", none: null }],
    ]);
  });

  it("adds the template where names repeat, and offers templates whole where there are several", () => {
    expect(
      offered([
        ["reply", "v1"],
        ["summary", "v1"],
        ["summary", "v2"],
      ]),
    ).toEqual([
      ["reply, all versions", { prompt_template: "reply", prompt_version: null, none: null }],
      ["reply v1", { prompt_template: "reply", prompt_version: "v1", none: null }],
      ["summary, all versions", { prompt_template: "summary", prompt_version: null, none: null }],
      ["summary v1", { prompt_template: "summary", prompt_version: "v1", none: null }],
      ["v2", { prompt_template: null, prompt_version: "v2", none: null }],
    ]);
  });

  it("knows versions without a template, and templates without a version", () => {
    expect(
      offered([
        ["", "v1"],
        ["reply", ""],
      ]),
    ).toEqual([
      ["v1", { prompt_template: null, prompt_version: "v1", none: null }],
      ["reply, all versions", { prompt_template: "reply", prompt_version: null, none: null }],
    ]);
  });
});

it("tells what is chosen as its option does, also when no option is like it", () => {
  expect(promptValue({})).toBeUndefined();
  const both = promptValue({ prompt_template: "reply", prompt_version: "v9" });
  expect(both?.label).toBe("reply v9");
  expect(promptChanges(both?.value ?? null)).toEqual({
    prompt_template: "reply",
    prompt_version: "v9",
    none: null,
  });
});

it("takes both away for no choice", () =>
  expect(promptChanges(null)).toEqual({ prompt_template: null, prompt_version: null, none: null }));

it("says of a version without a template, or the other way round, that it has none", () => {
  expect(promptValue({ prompt_template: "reply", prompt_version: "" })?.label).toBe("reply, no version");
  expect(promptValue({ prompt_template: "", prompt_version: "v1" })?.label).toBe("No template, v1");
  expect(promptValue({ prompt_template: "", prompt_version: "" })?.label).toBe("No template, no version");
});
