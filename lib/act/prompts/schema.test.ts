import { describe, expect, it } from "vitest";
import {
  contentFields,
  moveLabelSchema,
  newPromptSchema,
  newVersionSchema,
  servedQuerySchema,
  toDraft,
} from "./schema.ts";
import { versionCursor, versionPageSchema } from "./version-page.ts";

/** What is wrong with a value, as "path: message". */
const faults = (schema: typeof newPromptSchema | typeof newVersionSchema, body: unknown): string[] =>
  schema.safeParse(body).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

const text = { template: "greet", kind: "text", text: "Hi {{name}}" };

describe("a new prompt", () => {
  it.each<[string, object, RegExp]>([
    ["no content", { text: null }, /^text: is required, or messages, and not both$/],
    ["both", { messages: [{ role: "user", content: "a" }] }, /^text: is required, or messages/],
    ["an empty text", { text: "" }, /^text: must not be empty$/],
    ["a wrong tag", { text: "Hi\n{{#if}}" }, /^text: line 2, column 1: “\{\{#if\}\}” is not supported/],
    ["another kind", { kind: "chat" }, /^kind: must be text, or messages must be there$/],
    ["an address of the API", { template: "export" }, /^template: must not be export or import/],
    [
      "too many included",
      { text: Array.from({ length: 51 }, (_, n) => `{{> p${n}@a}}`).join("") },
      /^text: includes more than 50/,
    ],
    ["a long note", { note: "x".repeat(1_001) }, /^note: must have at most 1000 characters$/],
    ["a field that is none", { prompt: "x" }, /^: /],
  ])("is refused for %s", (_, change, fault) => {
    expect(faults(newPromptSchema, { ...text, ...change })).toEqual([expect.stringMatching(fault)]);
  });

  it("is refused for a message by its place", () => {
    const messages = [
      { role: "system", content: "Hi" },
      { role: "user", content: "{{" },
    ];
    expect(faults(newPromptSchema, { template: "a", kind: "chat", messages })).toEqual([
      "messages.1.content: line 1, column 1: “{{” is never closed; write \\{{ for plain braces",
    ]);
    expect(faults(newPromptSchema, { template: "a", kind: "chat", messages: [] })).toEqual([
      "messages: must contain a message",
    ]);
    const long = Array(2).fill({ role: "user", content: "x".repeat(60_000) });
    expect(faults(newPromptSchema, { template: "a", kind: "chat", messages: long })).toEqual([
      "messages: must have at most 100000 characters together",
    ]);
  });

  it("becomes a draft with its variables and what it includes", () => {
    const body = newPromptSchema.parse({
      ...text,
      text: "{{> base@production}} {{a}} {{a}}",
      model_params: { temperature: 0 },
    });
    expect(toDraft(body)).toEqual({
      kind: "text",
      content: "{{> base@production}} {{a}} {{a}}",
      variables: ["a"],
      includes: ["base@production"],
      modelName: null,
      modelParams: { temperature: 0 },
      note: "",
    });
  });
});

it("takes a new version of the newest only by its name", () => {
  expect(faults(newVersionSchema, { text: "Hi" })).toEqual([expect.stringMatching(/^parent_version: /)]);
  expect(faults(newVersionSchema, { text: "Hi", parent_version: "3" })).toEqual([
    "parent_version: must be a version such as v3",
  ]);
  expect(faults(newVersionSchema, { text: "Hi", parent_version: "v3" })).toEqual([]);
});

it("lists variables over all messages", () => {
  const fields = contentFields([
    { role: "system", content: "{{b}}" },
    { role: "user", content: "{{a}} {{b}}" },
  ]);
  expect(fields).toMatchObject({ kind: "chat", variables: ["b", "a"], includes: [] });
});

it("reads by a label or by a version, not by both", () => {
  expect(servedQuerySchema.safeParse({}).success).toBe(true);
  expect(servedQuerySchema.safeParse({ label: "a", version: "v1" }).error?.issues).toMatchObject([
    { path: ["version"] },
  ]);
  expect(servedQuerySchema.safeParse({ label: "v1" }).success).toBe(false);
});

it("moves a label to a version or nowhere, and says why", () => {
  expect(moveLabelSchema.safeParse({ version: null, reason: "" }).success).toBe(true);
  expect(moveLabelSchema.safeParse({ version: "v1" }).error?.issues).toMatchObject([{ path: ["reason"] }]);
});

it.each(["v12", "a".repeat(128), "ü"])("leads by a cursor to %s", (version) => {
  expect(versionPageSchema.parse(versionCursor(version))).toBe(version);
});
it.each(["", "v12", "W10", "WzFd", "x".repeat(5_000), `${versionCursor("v1")}=`])(
  "takes no cursor %#",
  (text) => {
    expect(versionPageSchema.safeParse(text).success).toBe(false);
  },
);
