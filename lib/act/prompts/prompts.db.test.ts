import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  addVersion,
  archivePrompt,
  createPrompt,
  keyAuthor,
  moveLabel,
  protectLabel,
  readLabels,
  readPrompt,
  readVersions,
} from "./index.ts";
import { contentFields } from "./schema.ts";

testDatabase();

const editor = { name: "Ada", mayMoveProtected: false };
const owner = { name: "Grace", mayMoveProtected: true };

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

type Content = Parameters<typeof contentFields>[0];

const draftOf = (content: Content, note = "") => ({
  ...contentFields(content),
  ...{ modelName: null, modelParams: null, note },
});
const create = (template: string, content: Content, logged: string[] = []) =>
  createPrompt({ projectId, template, draft: draftOf(content), author: editor, logged });
const add = (template: string, content: Content, parentVersion: string, more: object = {}) =>
  addVersion({
    projectId,
    template,
    draft: draftOf(content),
    author: editor,
    logged: [],
    parentVersion,
    ...more,
  });
const move = (template: string, label: string, version: string | null, more: object = {}) =>
  moveLabel({ projectId, template, label }, { version, reason: "Better.", ...more }, editor);
const textOf = async (template: string, asked: Parameters<typeof readPrompt>[2] = {}) =>
  (await readPrompt(projectId, template, asked)).content;

describe("a version", () => {
  it("is the first of a prompt, or comes after what was logged", async () => {
    expect(await create("one", "Hi {{name}}")).toMatchObject({
      version: "v1",
      parentVersion: null,
      author: "Ada",
    });
    expect(await create("two", "Hi", ["v3", "draft", "v1"])).toMatchObject({ version: "v4" });
    expect(await add("two", "Ho", "v4", { logged: ["v9"] })).toMatchObject({
      version: "v10",
      parentVersion: "v4",
    });
    expect(await readVersions(projectId, "one", ["v1"])).toMatchObject([
      { kind: "text", content: "Hi {{name}}", variables: ["name"], note: "" },
    ]);
  });

  it("keeps messages, model and parameters as they were given", async () => {
    const content = [
      { role: "system" as const, content: "Be short." },
      { role: "user" as const, content: "{{q}}" },
    ];
    const model = { modelName: "m", modelParams: { temperature: 0.5, stop: ["a"] } };
    const draft = { ...draftOf(content, "First."), ...model };
    await createPrompt({ projectId, template: "chat", draft, author: keyAuthor("CI"), logged: [] });
    expect(await readVersions(projectId, "chat", ["v1"])).toMatchObject([
      { content, ...model, note: "First.", author: "API key CI", kind: "chat" },
    ]);
  });

  it("of a name that is taken is refused", async () => {
    await create("one", "Hi");
    await expect(create("one", "Ho")).rejects.toMatchObject({ code: "conflict" });
  });

  it("made from an outdated one is refused with what changed", async () => {
    await create("one", "Be short.\nBe kind.");
    await add("one", "Be short.\nBe very kind.", "v1", {
      draft: draftOf("Be short.\nBe very kind.", "Kinder."),
    });
    await expect(add("one", "Mine.", "v1")).rejects.toMatchObject({
      code: "outdated_parent",
      message: expect.stringMatching(/^v2 was added by Ada since v1: “Kinder.”.*parent_version v2\.$/),
      extras: {
        members: {
          newest: "v2",
          changes: [{ version: "v2", author: "Ada", note: "Kinder.", created_at: expect.any(String) }],
          edits: [
            { kind: "removed", text: "Be kind.\n" },
            { kind: "added", text: "Be very kind.\n" },
          ],
        },
      },
    });
    expect(await db().promptVersion.count({ where: { projectId } })).toBe(2);
  });

  it("is stored once of two that are made from the same one at the same time", async () => {
    await create("one", "Hi");
    const both = await Promise.allSettled([add("one", "A", "v1"), add("one", "B", "v1")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "outdated_parent" },
    });
  });

  it.each<[string, () => Promise<unknown>, object]>([
    ["an unknown prompt", () => add("none", "Hi", "v1"), { code: "not_found" }],
    ["an unknown parent", () => add("one", "Hi", "v7"), { extras: { errors: [{ path: "parent_version" }] } }],
    [
      "another kind",
      () => add("one", [{ role: "user", content: "Hi" }], "v1"),
      { extras: { errors: [{ path: "text", message: "is required: “one” is a text prompt" }] } },
    ],
    [
      "an include that leads nowhere",
      () => add("one", "Hi {{> none@production}}", "v1"),
      { extras: { errors: [{ path: "text" }] } },
    ],
    [
      "an include of itself",
      () => add("one", "{{> one@production}}", "v1"),
      { message: expect.stringContaining("the prompts include each other: one → one") },
    ],
  ])("is refused for %s", async (_, write, problem) => {
    await create("one", "Hi");
    await move("one", "production", "v1");
    await expect(write()).rejects.toMatchObject(problem);
    expect(await db().promptVersion.count({ where: { projectId } })).toBe(1);
  });
});

describe("a label", () => {
  it("is moved and moved back, each time recorded", async () => {
    await create("one", "Old");
    await add("one", "New", "v1");
    await expect(textOf("one")).rejects.toMatchObject({
      ...{ code: "not_found", message: expect.stringContaining("production") },
    });
    await move("one", "production", "v1");
    await move("one", "production", "v2");
    expect(await textOf("one")).toBe("New");
    await move("one", "production", "v1", { reason: "Rolled back." });
    expect(await textOf("one")).toBe("Old");
    // It is there already.
    await move("one", "production", "v1");
    const { labels, moves } = await readLabels(projectId, "one");
    expect(labels).toEqual([{ label: "production", version: "v1", protected: false }]);
    expect(moves).toEqual([
      expect.objectContaining({ fromVersion: "v2", toVersion: "v1", reason: "Rolled back.", movedBy: "Ada" }),
      expect.objectContaining({ fromVersion: "v1", toVersion: "v2" }),
      expect.objectContaining({ fromVersion: null, toVersion: "v1", movedAt: expect.any(Date) }),
    ]);
  });

  it("is removed, and read no more", async () => {
    await create("one", "Old");
    await move("one", "staging", "v1");
    expect(await textOf("one", { label: "staging" })).toBe("Old");
    expect(await move("one", "staging", null)).toBeNull();
    await expect(textOf("one", { label: "staging" })).rejects.toMatchObject({ code: "not_found" });
    expect((await readLabels(projectId, "one")).moves[0]).toMatchObject({
      fromVersion: "v1",
      toVersion: null,
    });
  });

  it("is not moved from elsewhere than it is thought to be", async () => {
    await create("one", "Old");
    await add("one", "New", "v1");
    await move("one", "production", "v1", { fromVersion: null });
    await expect(move("one", "production", "v2", { fromVersion: "v2" })).rejects.toMatchObject({
      code: "label_moved",
      message: expect.stringMatching(/stands for v1 now, not for v2/),
    });
    await expect(move("one", "production", "v2", { fromVersion: null })).rejects.toMatchObject({
      code: "label_moved",
    });
    await move("one", "production", "v2", { fromVersion: "v1" });
  });

  it("that is protected is moved by owners alone, until it is not protected any more", async () => {
    await create("one", "Old");
    await add("one", "New", "v1");
    const key = { projectId, template: "one", label: "production" };
    await expect(protectLabel(key, true)).rejects.toMatchObject({ code: "not_found" });
    await move("one", "production", "v1");
    await protectLabel(key, true);
    await expect(move("one", "production", "v2")).rejects.toMatchObject({ code: "label_protected" });
    await expect(move("one", "production", null)).rejects.toMatchObject({ code: "label_protected" });
    expect(await moveLabel(key, { version: "v2", reason: "" }, owner)).toEqual({
      ...{ label: "production", version: "v2", protected: true },
    });
    await protectLabel(key, false);
    await move("one", "production", "v1");
  });

  it("of an archived prompt stays where it is, and is read, until the prompt is active again", async () => {
    await create("one", "Old");
    await add("one", "New", "v1");
    await move("one", "production", "v1");
    await archivePrompt(projectId, "one", true);
    await expect(move("one", "production", "v2")).rejects.toMatchObject({ code: "prompt_archived" });
    await expect(add("one", "Newer", "v2")).rejects.toMatchObject({ code: "prompt_archived" });
    expect(await textOf("one")).toBe("Old");
    expect(await archivePrompt(projectId, "one", false)).toEqual({ template: "one", archivedAt: null });
    await move("one", "production", "v2");
  });

  it("stands for no version that is not here, and not for more than fifty", async () => {
    await create("one", "Hi");
    await expect(move("one", "production", "v2")).rejects.toMatchObject({
      extras: { errors: [{ path: "version", message: "is not a managed version of “one”" }] },
    });
    await expect(move("none", "production", "v1")).rejects.toMatchObject({ code: "not_found" });
    for (let count = 0; count < 50; count++) await move("one", `label-${count}`, "v1");
    await expect(move("one", "one-more", "v1")).rejects.toMatchObject({ code: "conflict" });
    await move("one", "label-7", "v1");
  });
});

describe("a prompt that includes others", () => {
  beforeEach(async () => {
    await create("style", "Be {{tone}}.");
    await move("style", "production", "v1");
    await create("ask", "{{> style@production}} {{question}}");
    await move("ask", "production", "v1");
  });

  it("is read with them in their place, and changes with their label", async () => {
    expect(await readPrompt(projectId, "ask", {})).toMatchObject({
      ...{ content: "Be {{tone}}. {{question}}", variables: ["tone", "question"] },
    });
    await add("style", "Be brief.", "v1");
    await move("style", "production", "v2");
    expect(await textOf("ask")).toBe("Be brief. {{question}}");
  });

  it("includes a version that stays as it is", async () => {
    await add("ask", "{{> style@v1}}!", "v1");
    await add("style", "Be brief.", "v1");
    await move("style", "production", "v2");
    expect(await textOf("ask", { version: "v2" })).toBe("Be {{tone}}.!");
  });

  it("is not led back to, neither by a new version nor by a label", async () => {
    await create("base", "Plain.");
    await move("base", "production", "v1");
    // Nothing leads back yet.
    await add("base", "{{> ask@production}}", "v1");
    await add("style", "{{> base@production}}", "v1");
    await move("style", "production", "v2");
    await expect(add("base", "{{> ask@production}}", "v2")).rejects.toMatchObject({
      code: "invalid_body",
      message: "text: the prompts include each other: base → ask → style → base",
    });
    await expect(move("base", "production", "v2")).rejects.toMatchObject({
      code: "conflict",
      message:
        "v2 of “base” could not be composed then: the prompts include each other: base → ask → style → base.",
    });
    expect(await textOf("ask")).toBe("Plain. {{question}}");
  });

  it("keeps a label from being removed that it includes", async () => {
    await expect(move("style", "production", null)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^v1 of “ask” could not be composed then: \{\{> style@production\}\}/),
    });
    await move("ask", "production", null);
    await move("style", "production", null);
    await expect(textOf("ask", { version: "v1" })).rejects.toMatchObject({ code: "conflict" });
  });
});

it("keeps the prompts of two projects apart", async () => {
  await create("one", "Mine");
  await move("one", "production", "v1");
  const other = await testProject();
  await expect(readPrompt(other.projectId, "one", {})).rejects.toMatchObject({ code: "not_found" });
});

it("refuses to write for a project that is gone", async () => {
  projectId = "0193c000-0000-7000-8000-00000000dead";
  await expect(create("one", "Hi")).rejects.toMatchObject({ code: "credentials_invalid" });
});
