import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { describeProps } from "./describe-props.ts";
import { referenceFiles } from "./describe-props-files.ts";
import { referenceMarkdown } from "./describe-props-markdown.ts";

const root = process.cwd();

it("the page and the guide match the props (npm run accept-surface writes them)", async () => {
  const expected = await referenceFiles(root);
  for (const [path, text] of Object.entries(expected)) expect(await readFile(path, "utf8"), path).toBe(text);
});

const reference = await describeProps(root);

describe("describeProps", () => {
  const bar = reference.components.find(({ name }) => name === "FeedbackBar");

  it("separates a component's own props from those of every widget", () => {
    expect(bar?.props.map(({ name }) => name)).toContain("categories");
    expect(bar?.props.map(({ name }) => name)).not.toContain("adapter");
    expect(reference.every.find(({ name }) => name === "adapter")).toMatchObject({
      type: "FeedbackAdapter",
      required: true,
    });
  });

  it("writes types as in the source, without what only marks a prop as optional", () => {
    const types = [...reference.every, ...reference.components.flatMap(({ props }) => props)];
    expect(types.filter(({ type }) => / undefined$/.test(type))).toEqual([]);
    expect(reference.every.find(({ name }) => name === "onRemoved")?.type).toBe(
      "(feedbackId: string) => void",
    );
  });

  it("lists the parts that a component renders itself and through its imports", () => {
    const parts = bar?.parts.split(" ");
    expect(parts).toEqual(expect.arrayContaining(["bar", "widget", "status"]));
    expect(parts).not.toContain("stars");
  });

  it("knows the value of every variable in light and in dark", async () => {
    const recorded = await readFile("components/feedback/surface/variables.txt", "utf8");
    expect(reference.variables.map(({ name }) => name).sort()).toEqual(recorded.trim().split("\n"));
    expect(reference.variables.find(({ name }) => name === "--whetstone-on-accent")).toEqual({
      name: "--whetstone-on-accent",
      light: expect.stringMatching(/^#[0-9a-f]{6}$/),
      dark: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });

  it("describes each component, hook and prop", () => {
    const { components, hooks, every } = reference;
    const silent = [
      ...[...components, ...hooks].map(({ name, about }) => ({ name, about, of: "the package" })),
      ...every.map((member) => ({ ...member, of: "every widget" })),
      ...components.flatMap(({ name: of, props }) => props.map((member) => ({ ...member, of }))),
    ].filter(({ about }) => !about);
    expect(silent.map(({ of, name }) => `${of}: ${name}`)).toEqual([]);
  });
});

it("the Markdown keeps a type's pipes inside its cell", () => {
  const member = { name: "size", type: '"small" | "large"', required: true, about: "How large." };
  const empty = { components: [], hooks: [], every: [member], types: [], variables: [] };
  expect(referenceMarkdown(empty)).toContain(
    [
      "| prop    | type                 |            |",
      "| ------- | -------------------- | ---------- |",
      '| `size`* | `"small" \\| "large"` | How large. |',
    ].join("\n"),
  );
});
