import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  addVersion,
  archivePrompt,
  createPrompt,
  exportPrompts,
  importPrompts,
  moveLabel,
  portablePromptsSchema,
  protectLabel,
  readLabels,
} from "./index.ts";
import { contentFields } from "./schema.ts";

testDatabase();

const author = { name: "Ada", mayMoveProtected: false };
const chat = [
  { role: "system" as const, content: "{{> style@production}}" },
  { role: "user" as const, content: "{{q}}" },
];

/** A project with prompts of every shape. */
async function filledProject(): Promise<string> {
  const { projectId } = await testProject();
  const draft = (content: Parameters<typeof contentFields>[0], more: object = {}) => ({
    ...contentFields(content),
    ...{ modelName: null, modelParams: null, note: "", ...more },
  });
  const given = { projectId, author, logged: [] };
  const place = (version: string) => ({ version, reason: "Good." });
  await createPrompt({ ...given, template: "style", draft: draft("Be kind."), logged: ["v3"] });
  await moveLabel({ projectId, template: "style", label: "production" }, place("v4"), author);
  await protectLabel({ projectId, template: "style", label: "production" }, true);
  const model = { modelName: "m", modelParams: { b: 1, a: [2] }, note: "Why." };
  await createPrompt({ ...given, template: "chat", draft: draft(chat, model) });
  await addVersion({ ...given, template: "chat", draft: draft(chat), parentVersion: "v1" });
  await moveLabel({ projectId, template: "chat", label: "staging" }, place("v2"), author);
  await moveLabel({ projectId, template: "chat", label: "a" }, place("v1"), author);
  await createPrompt({ ...given, template: "old", draft: draft("Gone.") });
  await archivePrompt(projectId, "old", true);
  return projectId;
}

/** As it comes over the wire. */
const asFile = async (projectId: string) =>
  portablePromptsSchema.parse(JSON.parse(JSON.stringify(await exportPrompts(projectId))));

it("brings what was exported into another project as it was, and changes nothing the second time", async () => {
  const file = await asFile(await filledProject());
  expect(
    file.prompts.map(({ template, versions, labels }) => [template, versions.length, labels.length]),
  ).toEqual([
    ["chat", 2, 2],
    ["old", 1, 0],
    ["style", 1, 1],
  ]);
  const { projectId } = await testProject();
  const nothing = { created: 0, versions: 0, labels: 0, kept_labels: [] };
  expect(await importPrompts(projectId, file, author)).toEqual({
    ...nothing,
    created: 3,
    versions: 4,
    labels: 3,
  });
  expect(await asFile(projectId)).toEqual(file);
  expect(await importPrompts(projectId, file, author)).toEqual(nothing);
  expect((await readLabels(projectId, "style")).moves).toMatchObject([
    { toVersion: "v4", movedBy: "Ada", reason: "Imported." },
  ]);
});

it("moves no label that is there, and says which", async () => {
  const from = await filledProject();
  const file = await asFile(from);
  await moveLabel({ projectId: from, template: "chat", label: "a" }, { version: "v2", reason: "" }, author);
  expect(await importPrompts(from, file, author)).toMatchObject({ labels: 0, kept_labels: ["chat@a"] });
});

it("imports nothing where a version says something else, or what it includes is not there", async () => {
  const from = await filledProject();
  const file = await asFile(from);
  const changed = structuredClone(file);
  Object.assign(changed.prompts[2]?.versions[0] ?? {}, { text: "Be unkind." });
  changed.prompts.unshift({
    ...structuredClone(file.prompts[1] as (typeof file.prompts)[number]),
    template: "a new one",
  });
  await expect(importPrompts(from, changed, author)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/^v4 of “style” says something else/),
  });
  expect(await asFile(from)).toEqual(file);
  const { projectId } = await testProject();
  const alone = { ...file, prompts: file.prompts.filter(({ template }) => template !== "style") };
  await expect(importPrompts(projectId, alone, author)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("{{> style@production}}"),
  });
  expect((await asFile(projectId)).prompts).toEqual([]);
});

it("adds nothing to a prompt that is archived here", async () => {
  const from = await filledProject();
  const file = await asFile(from);
  const old = file.prompts[1] as (typeof file.prompts)[number];
  const more = { ...old, versions: [...old.versions, { ...old.versions[0], version: "v2", text: "Back." }] };
  const changed = portablePromptsSchema.parse({ ...file, prompts: [more] });
  await expect(importPrompts(from, changed, author)).rejects.toMatchObject({ code: "prompt_archived" });
});
