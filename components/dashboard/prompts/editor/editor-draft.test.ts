import { describe, expect, it } from "vitest";
import type { PromptVersion } from "#lib/act/prompts/index.ts";
import {
  draftBody,
  draftOfContent,
  draftOfKind,
  draftTags,
  emptyDraft,
  messageErrors,
  outdatedOf,
  parseParams,
} from "./editor-draft.ts";

const version = (content: PromptVersion["content"]): PromptVersion => ({
  ...{ template: "reply", version: "v2", parentVersion: "v1", variables: [], includes: [] },
  ...{
    kind: typeof content === "string" ? "text" : "chat",
    content,
    modelName: "m",
    modelParams: { top_p: 1 },
  },
  ...{ author: "Ada", note: "Old note", createdAt: new Date(0) },
});
const chat = draftOfContent(
  version([
    { role: "system", content: "Be {{tone}}." },
    { role: "user", content: "{{> ask@staging}} {{question}} {{tone}}" },
  ]),
);

describe("a draft", () => {
  it("begins as the version that it is made from, without its note", () => {
    const draft = draftOfContent(version("Hi {{name}}"));
    expect(draft).toMatchObject({ kind: "text", text: "Hi {{name}}", modelName: "m", note: "" });
    expect(draftBody(draft, parseParams(draft.modelParams) ?? {})).toEqual({
      ...{ text: "Hi {{name}}", model_name: "m", model_params: { top_p: 1 }, note: "" },
    });
    expect(draftBody(chat, {})).toMatchObject({
      messages: [{ role: "system", content: "Be {{tone}}." }, { role: "user" }],
    });
  });

  it("sends nothing of what is empty", () =>
    expect(draftBody({ ...emptyDraft, text: "Hi", modelName: " " }, {})).toEqual({ text: "Hi", note: "" }));

  it("keeps what was written when its kind changes", () => {
    expect(draftOfKind({ ...emptyDraft, text: "Hi" }, "chat").messages).toEqual([
      { key: 0, role: "user", content: "Hi" },
    ]);
    expect(draftOfKind(chat, "text").text).toBe("Be {{tone}}.\n\n{{> ask@staging}} {{question}} {{tone}}");
    expect(draftOfKind(chat, "chat")).toBe(chat);
  });

  it("tells its variables and what it includes, each once", () =>
    expect(draftTags(chat)).toEqual({
      ...{ variables: ["tone", "question"], includes: ["ask@staging"], faults: [] },
    }));

  it("tells where its faults are", () => {
    expect(draftTags({ ...emptyDraft, text: "Hi\n{{}}" }).faults).toEqual([
      expect.stringMatching(/^Line 2, column 1: .*\.$/),
    ]);
    const faulty = { ...chat, messages: chat.messages.map((each) => ({ ...each, content: "{{#if}}" })) };
    expect(draftTags(faulty).faults[1]).toMatch(/^Message 2, line 1, column 1: /);
  });
});

it.each([
  ["", {}],
  ['{"temperature": 0.2}', { temperature: 0.2 }],
  ["{", null],
  ["[1]", null],
  ["null", null],
])("reads %j as parameters %j", (text, params) => expect(parseParams(text)).toEqual(params));

it("finds the errors of single messages, the first of each", () => {
  const errors = [
    { path: "messages.1.content", message: "must not be empty" },
    { path: "messages.1.role", message: "is unknown" },
    { path: "note", message: "is too long" },
    null,
  ];
  expect([...messageErrors({ errors })]).toEqual([[1, "Must not be empty."]]);
  expect(messageErrors(null).size).toBe(0);
});

it("knows which refusal tells of newer versions", () => {
  const problem = { code: "outdated_parent", newest: "v3", changes: [], edits: null };
  expect(outdatedOf(problem)).toBe(problem);
  expect([outdatedOf({ code: "conflict" }), outdatedOf(null)]).toEqual([null, null]);
});
