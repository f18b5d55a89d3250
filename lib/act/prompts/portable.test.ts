import { expect, it } from "vitest";
import { portablePromptsSchema } from "./portable.ts";

const at = "2026-11-21T09:30:00.000Z";
const version = { version: "v1", text: "Hi", author: "Ada", note: "", created_at: at };
const label = { label: "production", version: "v1", protected: false };
const prompt = { template: "greet", kind: "text", created_at: at, versions: [version], labels: [label] };
const file = (...prompts: object[]) => ({ format: "whetstone-prompts", format_version: 1, prompts });

it.each<[string, object, string[]]>([
  ["another format", { ...file(prompt), format: "langfuse" }, ["format"]],
  ["a prompt that is there twice", file(prompt, prompt), ["prompts.1.template"]],
  [
    "a version that is there twice",
    file({ ...prompt, versions: [version, version] }),
    ["prompts.0.versions.1.version"],
  ],
  ["a label that is there twice", file({ ...prompt, labels: [label, label] }), ["prompts.0.labels.1.label"]],
  [
    "a label of no version",
    file({ ...prompt, labels: [{ ...label, version: "v2" }] }),
    ["prompts.0.labels.0.version"],
  ],
  ["another kind", file({ ...prompt, kind: "chat" }), ["prompts.0.versions.0"]],
  [
    "wrong syntax",
    file({ ...prompt, versions: [{ ...version, text: "{{" }] }),
    ["prompts.0.versions.0.text"],
  ],
  ["no content", file({ ...prompt, versions: [{ ...version, text: null }] }), ["prompts.0.versions.0.text"]],
  ["a time that is none", file({ ...prompt, created_at: "9999-12-31T00:00:00Z" }), ["prompts.0.created_at"]],
])("refuses %s", (_, given, paths) => {
  const { error } = portablePromptsSchema.safeParse(given);
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(paths);
});

it("takes a prompt with null for what it has not", () => {
  const given = file({
    ...prompt,
    archived_at: null,
    versions: [{ ...version, parent_version: null, model_name: null, messages: null }],
  });
  expect(portablePromptsSchema.safeParse(given).success).toBe(true);
});
