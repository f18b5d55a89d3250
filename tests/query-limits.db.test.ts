import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { publicRoutes } from "#app/api/contract.ts";
import { addVersion, createPrompt } from "#lib/act/prompts/index.ts";
import { ID_MAX } from "#lib/domain/fields.ts";
import { feedbackBodySchema } from "#lib/observe/feedback/index.ts";
import { logInteractions } from "#lib/observe/ingest/index.ts";
import type { RouteHandler } from "#lib/platform/route/index.ts";
import { testDatabase } from "./database/database.ts";
import { answer, send, statuses, thumb } from "./fixtures/events.ts";
import { type TestProject, testProject } from "./fixtures/project.ts";
import { browserOf, serverOf } from "./fixtures/sender.ts";

testDatabase();

/** Ids that are as long as they may be, and longest as JSON. */
const longIds = ["\u0001", "\u0002", "\u0003"].map((sign) => `${sign.repeat(ID_MAX - 1)}x`);
const [first = "", second = ""] = longIds;

let project: TestProject;
beforeAll(async () => {
  project = await testProject();
  await logInteractions(project, longIds.map((interaction_id) => ({ ...answer, interaction_id })) as never);
  const preference = { type: "preference", preferred_id: first, rejected_id: second };
  await send(serverOf(project), [
    ...longIds.map((preference_id) => ({ ...preference, preference_id, user_id: preference_id })),
    ...longIds.map((id) => ({
      type: "interaction",
      ...answer,
      interaction_id: `${id.slice(0, -1)}s`,
      shadow_of: id,
    })),
    ...longIds.map((feedback_id) => ({ ...thumb("later"), feedback_id, user_id: feedback_id })),
    ...longIds.map((id) => ({
      ...thumb(first),
      feedback_id: id.replace(/x$/, "y"),
      user_id: id,
      rating_value: 0,
    })),
    ...longIds.slice(1).map((id) => thumb(id, { rating_value: 0 })),
  ]);
  const draft = {
    ...{ kind: "text" as const, content: "Hi", variables: [], includes: [] },
    ...{ modelName: null, modelParams: null, note: "" },
  };
  const prompt = { projectId: project.projectId, template: first, draft, logged: [] };
  const author = { name: "Ada", mayMoveProtected: false };
  await createPrompt({ ...prompt, author });
  for (const parentVersion of ["v1", "v2"]) await addVersion({ ...prompt, author, parentVersion });
});

async function get(path: string, handler: RouteHandler, query: Record<string, string>) {
  const address = `http://localhost${path}?${new URLSearchParams(query)}`;
  // Themes and problems have UUIDs; there is none of this one.
  const id = /themes|problems/.test(path) ? "0193c000-0000-7000-8000-000000000001" : first;
  const params = Promise.resolve({ feature: "f", id, template: first });
  const headers = { authorization: `Bearer ${project.secretKey}` };
  const reply = await handler(new Request(address, { headers }), { params });
  // biome-ignore lint/suspicious/noExplicitAny: held against what is expected
  return { status: reply.status, json: (await reply.json()) as any };
}

/** The routes that are read, by path, with the fields of their queries. */
const read = publicRoutes.flatMap(({ path, handlers: { GET } }) =>
  GET?.contract.query ? [{ path, GET, fields: Object.keys((GET.contract.query as z.ZodObject).shape) }] : [],
);

describe("limits follow from one another", () => {
  const paged = read.filter(({ fields }) => fields.includes("cursor"));

  it("pages through what has the longest ids, everywhere that pages", async () => {
    expect(paged.map(({ path }) => path).sort()).toEqual([
      "/api/events",
      "/api/feedback/{id}",
      "/api/inbox",
      "/api/interactions",
      "/api/preferences",
      "/api/prompts/{template}/versions",
      "/api/shadows",
    ]);
    for (const { path, GET } of paged) {
      const pages: number[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const query: Record<string, string> = { limit: "1", ...(cursor ? { cursor } : {}) };
        const { status, json } = await get(path, GET, query);
        expect(status, `${path} ${JSON.stringify(json)}`).toBe(200);
        pages.push(json.data.length);
        cursor = json.next_cursor;
      }
      expect(pages, path).toEqual([1, 1, 1]);
    }
  });

  it("takes the token of an answer with the longest id, given to a session with the longest", async () => {
    const interaction_id = `${"\u0004".repeat(ID_MAX - 1)}x`;
    const logged = await logInteractions(project, [
      { ...answer, interaction_id, session_id: first },
    ] as never);
    const [{ feedbackToken: feedback_token }] = logged as unknown as [{ feedbackToken: string }];
    const { type: _, ...rating } = thumb(interaction_id, { feedback_token });
    expect(feedbackBodySchema.safeParse(rating).error?.issues).toBeUndefined();
    const sender = browserOf(project, interaction_id, { feedbackToken: null });
    expect(statuses(await send(sender, [thumb(interaction_id, { feedback_token })]))).toEqual([201]);
  });
});

const place = (time: number) => Buffer.from(JSON.stringify([time, "a"])).toString("base64url");
const odd = [
  ...["0000-01-01", "1969-12-31", "9999-12-31", "2026-02-30", "+275760-09-13", "-1", "1e99", "", " "],
  ...["0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+275760-09-13T00:00:00Z", "2026-11-01T00:00:60Z"],
  ...["99999999999999999999", "\0", "\ud800", "x".repeat(5_000), "%", "'", "[", "null"],
  ...[place(8.64e15), place(-1), place(253_402_300_800_000), place(0.5)],
];

const dates = ["from", "to", "cursor"];

it("refuses dates that are out of range by their field's name, and breaks on no value of any field", async () => {
  for (const { path, GET, fields } of read) {
    for (const field of fields) {
      const values = dates.includes(field) ? odd : ["9999-12-31", "\0", "'"];
      const other = { from: "to", to: "from" }[field];
      const beside = other && path !== "/api/interactions" ? { [other]: "2026-11-02" } : {};
      for (const value of values) {
        const { status, json } = await get(path, GET, { ...beside, [field]: value });
        const about = `${path}?${field}=${value.slice(0, 30)}: ${JSON.stringify(json).slice(0, 300)}`;
        expect(status, about).toBeLessThan(500);
        if (!dates.includes(field)) continue;
        expect(status, about).toBe(400);
        expect(JSON.stringify(json.errors), about).toContain(`"path":"${field}"`);
      }
    }
  }
});
