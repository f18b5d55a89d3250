import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type MailSink, startMailSink } from "#tests/network/mail-sink.ts";
import { createChannel, listChannels, sendTest } from "./index.ts";

testDatabase();

let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("SMTP_URL", sink.url);
  vi.stubEnv("PUBLIC_URL", "https://whetstone.example");
  vi.stubEnv("MAIL_FROM", "quality@whetstone.example");
});
afterAll(() => sink.stop());

it("sends a test to more readers than a channel sends to at once, each once", async () => {
  const { projectId } = await testProject();
  const recipients = Array.from({ length: 9 }, (_, index) => `a${index}@example.org`);
  const sent = { kind: "email" as const, name: "Team", kinds: [], recipients };
  const editor = { name: "Ada", origin: "https://whetstone.example" };
  const { channel } = await createChannel(projectId, sent, editor);
  await db().mailRecipient.updateMany({ where: { projectId }, data: { confirmedAt: new Date() } });
  const tests = await sendTest(projectId, channel.channelId, "Ada", "https://whetstone.example/demo");
  expect(tests.map(({ state }) => state)).toEqual(Array(9).fill("delivered"));
  expect(sink.mails.map(({ to }) => to).sort()).toEqual(recipients);
  expect(await listChannels(projectId)).toMatchObject([{ heldReason: null }]);
});
