import { afterAll, beforeEach, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { startReceiver, type WebhookReceiver } from "#tests/network/webhook-receiver.ts";
import { createChannel, finishSending, listDeliveries, notify, startDue } from "../index.ts";
import { someNotification } from "./notification.ts";

/** Who sets up channels. */
export const editor = { name: "Ada", origin: "https://whetstone.example" };

/** Has the notifications of a test file sent to a receiver of its own, from a database of its own. */
export async function testReceiver(): Promise<WebhookReceiver> {
  vi.stubEnv("NOTIFICATION_HOSTS", "127.0.0.1");
  vi.stubEnv("LOG_LEVEL", "silent");
  testDatabase();
  const receiver = await startReceiver();
  afterAll(() => receiver.stop());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answers.clear();
  });
  return receiver;
}

/** A project with a webhook at this URL. */
export async function withWebhook(url: string) {
  const { projectId } = await testProject();
  const sent = { kind: "webhook" as const, name: "Hook", kinds: ["alert.firing" as const], url };
  const { channel, secret } = await createChannel(projectId, sent, editor);
  return { projectId, channelId: channel.channelId, secret: secret ?? "" };
}

/** Adds the deliveries of a notification. */
export const tell = (projectId: string, notification = someNotification()) =>
  db().$transaction((tx) => notify(tx, projectId, notification));

/** Sends what is due, and waits for it. */
export async function send(): Promise<void> {
  await startDue();
  await finishSending();
}

/** The latest deliveries of a project. */
export const deliveries = async (projectId: string) => (await listDeliveries(projectId, { limit: 50 })).data;
