import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createPrompt } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { saveRedaction } from "#lib/observe/redaction/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type ModelServer, modelServer } from "#tests/fixtures/model-server.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { draftVersion } from "./draft-version.ts";

testDatabase();

const settings = vi.hoisted(() => ({ baseUrl: "", apiKey: "key", model: "small", timeoutMs: 60_000 }));
vi.mock("#lib/platform/model-settings.ts", () => ({
  modelSettings: () => (settings.baseUrl ? settings : null),
}));

let server: ModelServer;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());

let project: TestProject;
beforeEach(async () => {
  settings.baseUrl = server.url;
  server.asked.length = 0;
  project = await testProject();
});

/** Twelve answers of a prompt with this text, each corrected by another user to leave out the same sentence. */
async function plant(text: string | null, greeting = "Best wishes from all of us here.") {
  if (text !== null)
    await createPrompt({
      ...{ projectId: project.projectId, template: "reply", logged: [] },
      author: { name: "Ada", mayMoveProtected: false },
      draft: { ...contentFields(text), ...{ modelName: null, modelParams: null, note: "" } },
    });
  const events = Array.from({ length: 12 }, (_, index) => [
    {
      ...{ type: "interaction", interaction_id: `r${index}`, feature_name: "f", model_name: "m" },
      ...{ prompt_template: "reply", prompt_version: "v1", input: `Question ${index}` },
      response_text: `It is on its way to you. ${greeting}`,
    },
    {
      ...{ type: "feedback", interaction_id: `r${index}`, user_id: `u${index}`, rating_type: "correction" },
      correction_text: "It is on its way to you.",
    },
  ]);
  await collectMixed(serverOf(project), events.flat());
}

const draft = (recommendations: string[], examples: string[] = []) => {
  const day = new Date().toISOString().slice(0, 10);
  const filter = { projectId: project.projectId, from: day, to: day, tz: "UTC" };
  const asked = { filter, template: "reply", version: "v1" };
  return draftVersion(asked, { recommendations, examples }, new AbortController().signal);
};

const refusal = async (drafting: Promise<unknown>) => {
  const error = await drafting.catch((thrown: unknown) => thrown);
  return error instanceof Problem ? [error.status, error.code] : error;
};

it("asks the model with what was chosen, and tells what the draft lost", async () => {
  await plant("Reply to {{mail}}.");
  const drafted = await draft(["shorter"]);
  expect(drafted).toMatchObject({ messages: null, drafted_by: "small", lost_tags: [] });
  expect(drafted.text).toMatch(/^Echo: <prompt>\nReply to \{\{mail\}\}\.\n<\/prompt>\n\n<finding>\nBe brief/);
  expect(drafted.text).not.toContain("<example>");
  expect(drafted.note).toBe("From the report of v1: Ask for shorter answers.");
});

it("redacts once more what users wrote, by the rules that hold now", async () => {
  await plant("Reply to {{mail}}.", "Yours, badge QX7744.");
  await saveRedaction(project.projectId, {
    ...{ enabled: true, skippedKinds: [] },
    patterns: [{ name: "badge", pattern: "QX[0-9]+" }],
  });
  await draft(["sentence_removed_1"]);
  const asked = JSON.stringify(server.asked[0]?.body.messages);
  expect(asked).toContain("[BADGE]");
  expect(asked).not.toContain("QX7744");
});

it("is refused without a model, without a text to start from, and when the model fails", async () => {
  await plant(null);
  expect(await refusal(draft(["shorter"]))).toEqual([409, "conflict"]);
  settings.baseUrl = "";
  expect(await refusal(draft(["shorter"]))).toEqual([409, "model_not_configured"]);
});

it("says so when the model fails", async () => {
  await plant("BROKEN {{mail}}");
  expect(await refusal(draft(["shorter"]))).toEqual([502, "draft_failed"]);
});
