import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { moveLabel } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { hasBody } from "#lib/platform/served-bodies.ts";
import { testDatabase } from "#tests/database/database.ts";
import { writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { listAllPrompts } from "./list-prompts.ts";
import { promptHistory } from "./prompt-history.ts";
import { servePrompt } from "./serve-prompt.ts";
import { writeFirstVersion, writeNextVersion } from "./write-versions.ts";

testDatabase();

const author = { name: "Ada", mayMoveProtected: false };

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

const draftOf = (text: string) => ({
  ...contentFields(text),
  ...{ modelName: null, modelParams: null, note: "" },
});
const given = (template: string, text: string) => ({ projectId, template, draft: draftOf(text), author });
const logged = (promptTemplate: string, promptVersion: string, at: string) =>
  writeAnswer(projectId, at, { promptTemplate, promptVersion });
const label = (template: string, version: string) =>
  moveLabel({ projectId, template, label: "production" }, { version, reason: "" }, author);

describe("a name that answers already tell of", () => {
  beforeEach(async () => {
    await logged("summary", "v1", "2026-11-01T10:00:00Z");
    await logged("summary", "v2", "2026-11-03T10:00:00Z");
    await logged("summary", "v2", "2026-11-04T12:00:00Z");
    await logged("other", "2026-11", "2026-11-02T10:00:00Z");
  });

  it("is listed before anything is managed", async () => {
    const list = await listAllPrompts(projectId);
    expect(
      list.map(({ template, managed, adopted_versions }) => [template, managed, adopted_versions]),
    ).toEqual([
      ["other", false, 1],
      ["summary", false, 2],
    ]);
    expect(list[1]).toMatchObject({
      kind: null,
      newest_version: null,
      last_logged_at: "2026-11-04T12:00:00.000Z",
    });
    const history = await promptHistory(projectId, "summary", { limit: 50 });
    expect(history).toMatchObject({ template: "summary", kind: null, next_cursor: null });
    expect(history.data).toEqual([
      {
        ...{ version: "v2", managed: false, labels: [], details: null },
        logged: { first_day: "2026-11-03", last_at: "2026-11-04T12:00:00.000Z", interactions: 2 },
      },
      expect.objectContaining({ version: "v1", managed: false }),
    ]);
  });

  it("goes on in one line, from the number after", async () => {
    expect(await writeFirstVersion(given("summary", "Be short."))).toMatchObject({ version: "v3" });
    await logged("summary", "v7", new Date().toISOString());
    const next = await writeNextVersion({ ...given("summary", "Be very short."), parentVersion: "v3" });
    expect(next).toMatchObject({ version: "v8", parentVersion: "v3" });
    await label("summary", "v3");
    const { data } = await promptHistory(projectId, "summary", { limit: 50 });
    expect(data.map((each) => [each.version, each.managed, each.labels])).toEqual([
      ["v8", true, []],
      ["v7", false, []],
      ["v3", true, ["production"]],
      ["v2", false, []],
      ["v1", false, []],
    ]);
    expect(data[0]?.details).toMatchObject({ text: "Be very short.", author: "Ada", parent_version: "v3" });
    const [, summary] = await listAllPrompts(projectId);
    expect(summary).toMatchObject({
      ...{ managed: true, kind: "text", versions: 2, newest_version: "v8", adopted_versions: 3 },
      labels: [{ label: "production", version: "v3", protected: false }],
    });
  });

  it("is paged through by its cursor", async () => {
    await writeFirstVersion(given("summary", "Be short."));
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await promptHistory(projectId, "summary", {
        limit: 2,
        cursor: cursor && JSON.parse(Buffer.from(cursor, "base64url").toString())[0],
      });
      pages.push(page.data.map(({ version }) => version).join(" "));
      cursor = page.next_cursor;
    }
    expect(pages).toEqual(["v3 v2", "v1"]);
    await expect(promptHistory(projectId, "summary", { limit: 2, cursor: "v99" })).rejects.toMatchObject({
      code: "invalid_query",
    });
    await expect(promptHistory(projectId, "none", { limit: 2 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a served prompt", () => {
  afterEach(() => void vi.useRealTimers());
  const versionOf = async () => JSON.parse((await servePrompt(projectId, "one", {})).text).version;

  beforeEach(async () => {
    await writeFirstVersion(given("one", "Old {{name}}"));
    await writeNextVersion({ ...given("one", "New"), parentVersion: "v1" });
    await label("one", "v1");
  });

  it("has one body, and an ETag that tells it", async () => {
    const body = await servePrompt(projectId, "one", {});
    expect(JSON.parse(body.text)).toEqual({
      ...{ template: "one", version: "v1", label: "production", kind: "text", text: "Old {{name}}" },
      ...{ variables: ["name"], model_name: null, model_params: null, experiment: null },
    });
    expect(body.etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const tag of [body.etag, `W/${body.etag}`, `"x", ${body.etag}`, "*"])
      expect(hasBody(body, tag)).toBe(true);
    for (const tag of [null, '"x"', body.etag.slice(1, -1)]) expect(hasBody(body, tag)).toBe(false);
    await label("one", "v2");
    expect((await servePrompt(projectId, "one", {})).etag).not.toBe(body.etag);
  });

  it("shows a moved label at once where it was moved, and elsewhere after three seconds", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    expect(await versionOf()).toBe("v1");
    await label("one", "v2");
    expect(await versionOf()).toBe("v2");
    // As another process moves it.
    await db().promptLabel.updateMany({ where: { projectId }, data: { version: "v1" } });
    vi.advanceTimersByTime(2_999);
    expect(await versionOf()).toBe("v2");
    vi.advanceTimersByTime(1);
    expect(await versionOf()).toBe("v1");
  });

  it("is read once however many ask, also where there is none", async () => {
    const asked = () => servePrompt(projectId, "none", {}).catch(({ code }) => code);
    expect(await Promise.all([asked(), asked()])).toEqual(["not_found", "not_found"]);
    // As another process creates it.
    await db().promptTemplate.create({ data: { projectId, template: "none", kind: "text" } });
    expect(await asked()).toBe("not_found");
    await writeNextVersion({ ...given("one", "Newer"), parentVersion: "v2" });
    await expect(servePrompt(projectId, "none", {})).rejects.toMatchObject({
      message: expect.stringMatching(/No version of “none” has the label “production”/),
    });
  });
});
