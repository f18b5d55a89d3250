import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { changeTheme } from "#lib/decide/themes/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { groupThemes } from "./index.ts";
import { nameThemes } from "./name-themes.ts";

testDatabase();

/** A stand-in for a model that says `answer`, and what it was asked. */
let server: Server;
let answer: string | number;
let tokens: number;
let asked: { messages: { role: string; content: string }[] }[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push(JSON.parse(await text(request)));
    if (typeof answer === "number") return void response.writeHead(answer).end("{}");
    response.writeHead(200, { "content-type": "text/event-stream" });
    const chunk = (more: object) =>
      response.write(
        `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "m", ...more })}\n\n`,
      );
    chunk({ choices: [{ index: 0, delta: { role: "assistant", content: answer }, finish_reason: null }] });
    chunk({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
    chunk({ choices: [], usage: { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens } });
    response.end("data: [DONE]\n\n");
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
});

afterAll(() => void server.close());

beforeEach(() => {
  [answer, tokens, asked] = [
    '{"title": "Answers are too long", "description": "They want fewer words."}',
    100,
    [],
  ];
});

const now = new Date("2026-11-30T12:00:00Z");

const naming = (more: { tokensPerDay?: number; now?: Date } = {}) => ({
  settings: {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    ...{ apiKey: "k", model: "m", timeoutMs: 20_000 },
  },
  ...{ tokensPerDay: 10_000, now, signal: new AbortController().signal },
  ...more,
});

async function say(projectId: string, texts: readonly string[]): Promise<void> {
  for (const [index, feedbackComment] of texts.entries()) {
    const interactionId = await writeAnswer(projectId, "2026-11-20T10:00:00Z");
    const rating = { ratingValue: 0, feedbackComment, rater: `user:${index} ${feedbackComment}` };
    await rateAnswer(projectId, { interactionId, createdAt: new Date("2026-11-20T10:00:00Z"), ...rating });
  }
}

const LONG = ["Far too long", "too long, call 030 1234567 please", "much too long"];
const DATES = ["wrong date", "The date is wrong", "wrong date again"];

async function grouped(texts = LONG): Promise<string> {
  const { projectId } = await testProject();
  await say(projectId, texts);
  await groupThemes(projectId, now);
  return projectId;
}

const named = (projectId: string) =>
  db().theme.findMany({ where: { projectId }, select: { title: true, description: true, namedBy: true } });

it("asks a model once for each theme, with redacted texts, and takes its name", async () => {
  const projectId = await grouped();
  await nameThemes(projectId, naming());
  await nameThemes(projectId, naming());
  expect(await named(projectId)).toEqual([
    { title: "Answers are too long", description: "They want fewer words.", namedBy: "model" },
  ]);
  expect(asked).toHaveLength(1);
  const question = JSON.stringify(asked[0]?.messages);
  expect(question).toContain("much too long");
  expect(question).not.toContain("1234567");
  await groupThemes(projectId, now);
  expect(await named(projectId)).toMatchObject([{ title: "Answers are too long" }]);
});

it.each([
  ["no JSON", "I would call it: Length"],
  ["another JSON", '{"name": "Length"}'],
  ["a title of several lines", '{"title": "Too\\nlong"}'],
  ["a title that is too long", JSON.stringify({ title: "long ".repeat(50) })],
])("keeps the title of its terms when the answer is %s, and does not ask again", async (_, said) => {
  answer = said;
  const projectId = await grouped();
  await nameThemes(projectId, naming());
  await nameThemes(projectId, naming());
  expect(await named(projectId)).toEqual([{ title: "Too long", description: "", namedBy: "terms" }]);
  expect(asked).toHaveLength(1);
});

it("asks again at the next look when the model has failed", async () => {
  answer = 500;
  const projectId = await grouped();
  await nameThemes(projectId, naming());
  expect(await named(projectId)).toMatchObject([{ namedBy: "terms" }]);
  answer = '```json\n{"title": "Length"}\n```';
  await nameThemes(projectId, naming());
  expect(await named(projectId)).toMatchObject([{ title: "Length", namedBy: "model" }]);
});

it("leaves a person's name alone", async () => {
  const projectId = await grouped();
  const { themeId } = await db().theme.findFirstOrThrow({ where: { projectId } });
  await changeTheme(projectId, themeId, { title: "Ours" }, { name: "Ada", at: now });
  await nameThemes(projectId, naming());
  expect(asked).toEqual([]);
  const back = await changeTheme(projectId, themeId, { title: null }, { name: "Ada", at: now });
  expect(back).toMatchObject({ namedBy: "terms", namer: null });
});

it("spends no more than the day's budget, and goes on the next day", async () => {
  tokens = 900;
  const projectId = await grouped([...LONG, ...DATES]);
  await nameThemes(projectId, naming({ tokensPerDay: 1_300 }));
  expect(asked).toHaveLength(1);
  await nameThemes(projectId, naming({ tokensPerDay: 1_300, now: new Date("2026-12-01T00:00:01Z") }));
  expect(asked).toHaveLength(2);
  expect(await db().themeLook.findUniqueOrThrow({ where: { projectId } })).toMatchObject({
    ...{ requests: 1, tokens: 900 },
  });
});
