import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { startReceiver, verified, type WebhookReceiver } from "#tests/network/webhook-receiver.ts";
import {
  changeChannel,
  createChannel,
  deleteChannel,
  finishSending,
  forgetDeliveries,
  listChannels,
  listDeliveries,
  notify,
  rotateSecret,
  sendAgain,
  sendTest,
  startDue,
} from "./index.ts";
import { lockChannel } from "./store.ts";
import { someNotification } from "./testing/notification.ts";

vi.stubEnv("NOTIFICATION_HOSTS", "127.0.0.1");
vi.stubEnv("LOG_LEVEL", "silent");
testDatabase();

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answers.clear();
});

const editor = { name: "Ada", origin: "https://whetstone.example" };
const all = { limit: 50 };

/** A project with a webhook at this path. */
async function withWebhook(path: string) {
  const { projectId } = await testProject();
  const sent = {
    kind: "webhook" as const,
    name: "Hook",
    kinds: ["alert.firing" as const],
    url: receiver.url + path,
  };
  const { channel, secret } = await createChannel(projectId, sent, editor);
  return { projectId, channelId: channel.channelId, secret: secret ?? "" };
}

const tell = (projectId: string, notification = someNotification()) =>
  db().$transaction((tx) => notify(tx, projectId, notification));

/** Sends what is due, and waits for it. */
async function send(): Promise<void> {
  await startDue();
  await finishSending();
}

/** Lets the time of the next attempt come. */
const makeDue = (projectId: string) =>
  db().notificationDelivery.updateMany({
    where: { projectId, state: "pending" },
    data: { nextAttemptAt: new Date(Date.now() - 1_000) },
  });

const deliveries = async (projectId: string) => (await listDeliveries(projectId, all)).data;

it("delivers a signed message once, however often the same transition is told and whoever sends", async () => {
  const { projectId, secret } = await withWebhook("/once");
  const notification = someNotification();
  await tell(projectId, notification);
  await tell(projectId, notification);
  await Promise.all([startDue(), startDue(), startDue()]);
  await finishSending();
  await tell(projectId, notification);
  await send();
  expect(receiver.received).toHaveLength(1);
  const [message] = receiver.received;
  expect(message?.headers["webhook-id"]).toBe(notification.notification_id);
  expect(message && verified(message, secret)).toMatchObject({
    type: "alert.firing",
    timestamp: notification.happened_at,
    data: notification.data,
  });
  expect(await deliveries(projectId)).toMatchObject([
    { state: "delivered", attempts: 1, lastStatus: 204, nextAttemptAt: null, payload: notification },
  ]);
});

it("keeps a message with what it tells of, or neither", async () => {
  const { projectId } = await withWebhook("/rolled-back");
  const failing = db().$transaction(async (tx) => {
    await notify(tx, projectId, someNotification());
    throw new Error("the transition failed");
  });
  await expect(failing).rejects.toThrow("the transition failed");
  expect(await deliveries(projectId)).toEqual([]);
});

it("tells only channels that listen and are enabled", async () => {
  const { projectId, channelId } = await withWebhook("/listens");
  await tell(projectId, someNotification({ kind: "review.weekly" }));
  await changeChannel(projectId, channelId, { state: "disabled" }, editor);
  await tell(projectId);
  expect(await deliveries(projectId)).toEqual([]);
  await changeChannel(projectId, channelId, { state: "active", kinds: ["review.weekly"] }, editor);
  await tell(projectId, someNotification({ kind: "review.weekly" }));
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "delivered", kind: "review.weekly" }]);
});

it("tries again when it is time, signed anew under the same id, and not before", async () => {
  const { projectId, secret } = await withWebhook("/flaky");
  receiver.answers.set("/flaky", (response) => response.writeHead(503, { "retry-after": "60" }).end());
  await tell(projectId);
  await send();
  const [first] = await deliveries(projectId);
  expect(first).toMatchObject({ state: "pending", attempts: 1, lastStatus: 503, lastError: "Answered 503." });
  const wait = (first?.nextAttemptAt?.getTime() ?? 0) - (first?.attemptedAt?.getTime() ?? 0);
  expect(Math.round(wait / 1_000)).toBeGreaterThanOrEqual(60);
  expect(await listChannels(projectId)).toMatchObject([{ failingSince: expect.any(Date) }]);
  await send();
  expect(receiver.received).toHaveLength(1);
  receiver.answers.clear();
  await makeDue(projectId);
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "delivered", attempts: 2, lastError: null }]);
  expect(await listChannels(projectId)).toMatchObject([{ failingSince: null }]);
  const [one, other] = receiver.received;
  expect(one?.headers["webhook-id"]).toBe(other?.headers["webhook-id"]);
  expect(other && verified(other, secret)).toBeTruthy();
});

it("disables a channel whose receiver answers 410, and drops what was to follow", async () => {
  const { projectId, channelId } = await withWebhook("/gone");
  receiver.answers.set("/gone", (response) => response.writeHead(410).end());
  await tell(projectId);
  await send();
  await tell(projectId);
  expect(await listChannels(projectId)).toMatchObject([
    { state: "disabled", disabledReason: expect.stringContaining("410") },
  ]);
  expect(await deliveries(projectId)).toMatchObject([{ state: "failed", lastStatus: 410 }]);
  await expect(sendTest(projectId, channelId, "Ada", "https://w.example/p")).rejects.toMatchObject({
    code: "conflict",
  });
});

it("gives up after ten attempts over three days, and disables a channel on which nothing got through", async () => {
  const { projectId, channelId } = await withWebhook("/down");
  receiver.answers.set("/down", (response) => response.writeHead(500).end());
  await tell(projectId);
  await tell(projectId);
  for (let attempt = 1; attempt <= 9; attempt++) {
    await makeDue(projectId);
    await send();
  }
  expect(await deliveries(projectId)).toMatchObject([{ attempts: 9 }, { attempts: 9, state: "pending" }]);
  const failingSince = new Date(Date.now() - 76 * 3_600_000);
  await db().notificationChannel.updateMany({ where: { projectId, channelId }, data: { failingSince } });
  const [last] = await deliveries(projectId);
  await db().notificationDelivery.updateMany({
    where: { projectId, deliveryId: last?.deliveryId ?? "" },
    data: { nextAttemptAt: new Date() },
  });
  await send();
  expect(await deliveries(projectId)).toMatchObject([
    { state: "failed", attempts: 10 },
    { state: "dropped", lastError: expect.stringContaining("disabled") },
  ]);
  expect(await listChannels(projectId)).toMatchObject([
    { state: "disabled", disabledReason: expect.stringMatching(/^Every attempt since .* failed\.$/) },
  ]);
});

it("waits for nobody who hangs: others get theirs, and so does the next round", async () => {
  const hanging = await withWebhook("/hangs");
  const held: (() => void)[] = [];
  receiver.answers.set("/hangs", (response) => held.push(() => response.writeHead(204).end()));
  for (let count = 0; count < 6; count++) await tell(hanging.projectId);
  await startDue();
  await expect.poll(() => held.length).toBe(4);
  const quick = await withWebhook("/quick");
  await tell(quick.projectId);
  await startDue();
  await expect.poll(async () => (await deliveries(quick.projectId))[0]?.state).toBe("delivered");
  expect(held, "no more than four of one channel are under way").toHaveLength(4);
  for (const answer of held.splice(0)) answer();
  await finishSending();
  await startDue();
  await expect.poll(() => held.length).toBe(2);
  for (const answer of held) answer();
  await finishSending();
  expect((await deliveries(hanging.projectId)).map(({ state }) => state)).toEqual(Array(6).fill("delivered"));
});

it("sends nothing on a disabled channel, and keeps what comes of what was under way", async () => {
  const { projectId, channelId } = await withWebhook("/disabled");
  const held: (() => void)[] = [];
  receiver.answers.set("/disabled", (response) => held.push(() => response.writeHead(204).end()));
  await tell(projectId);
  await startDue();
  await expect.poll(() => held.length).toBe(1);
  await changeChannel(projectId, channelId, { state: "disabled" }, editor);
  held[0]?.();
  await finishSending();
  const [first] = await deliveries(projectId);
  expect(first).toMatchObject({ state: "delivered", lastError: null });
  await db().notificationDelivery.updateMany({
    where: { projectId },
    data: { state: "pending", nextAttemptAt: new Date(0) },
  });
  await send();
  expect(receiver.received, "left behind by a process that died").toHaveLength(1);
  await changeChannel(projectId, channelId, { state: "active" }, editor);
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "dropped" }]);
  expect(receiver.received).toHaveLength(1);
});

it("adds deliveries while the outcome of another is being recorded", async () => {
  const { projectId, channelId } = await withWebhook("/locked");
  await db().$transaction(async (tx) => {
    await lockChannel(tx, projectId, channelId);
    await tell(projectId);
  });
  expect(await deliveries(projectId)).toHaveLength(1);
});

it("tries a message again that it could not make, and tells why", async () => {
  const { projectId } = await withWebhook("/unmade");
  await db().notificationChannel.updateMany({
    where: { projectId },
    data: { kind: "template", config: { template: "no JSON" } },
  });
  await tell(projectId);
  await send();
  expect(await deliveries(projectId)).toMatchObject([
    { state: "pending", attempts: 1, lastError: expect.stringContaining("could not make it") },
  ]);
  expect(await db().notificationDelivery.findMany({ where: { projectId } })).toMatchObject([
    { claimedUntil: null },
  ]);
});

it("loses nothing with a process that dies: what it had in hand is taken after a minute", async () => {
  const { projectId } = await withWebhook("/restart");
  await tell(projectId);
  const inHand = { attempts: 1, claimedUntil: new Date(Date.now() + 60_000) };
  await db().notificationDelivery.updateMany({ where: { projectId }, data: inHand });
  await send();
  expect(receiver.received).toEqual([]);
  await db().notificationDelivery.updateMany({ where: { projectId }, data: { claimedUntil: new Date(0) } });
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "delivered", attempts: 2 }]);
});

it("signs with both secrets while they rotate, and only with the new one afterwards", async () => {
  const { projectId, channelId, secret } = await withWebhook("/rotates");
  const next = await rotateSecret(projectId, channelId);
  await sendTest(projectId, channelId, "Ada", "https://w.example/p");
  const [message] = receiver.received;
  for (const each of [secret, next])
    expect(message && verified(message, each)).toMatchObject({ type: "test" });
  await db().notificationChannel.updateMany({ where: { projectId }, data: { previousUntil: new Date(0) } });
  await sendTest(projectId, channelId, "Ada", "https://w.example/p");
  const later = receiver.received[1];
  expect(later && verified(later, next)).toMatchObject({ type: "test" });
  expect(() => later && verified(later, secret)).toThrow();
});

it("tells at once what came of a test, which is tried once", async () => {
  const { projectId, channelId } = await withWebhook("/test");
  receiver.answers.set("/test", (response) =>
    response.writeHead(404, { "content-type": "text/plain" }).end("no"),
  );
  const [sent] = await sendTest(projectId, channelId, "Ada", "https://w.example/p");
  expect(sent).toMatchObject({
    state: "failed",
    attempts: 1,
    lastStatus: 404,
    lastError: "Answered 404. no",
  });
});

it("sends again on request, under the same id", async () => {
  const { projectId } = await withWebhook("/again");
  await tell(projectId);
  await send();
  const [first] = await deliveries(projectId);
  await db().notificationDelivery.updateMany({
    where: { projectId },
    data: { state: "failed", attempts: 10 },
  });
  expect(await sendAgain(projectId, first?.deliveryId ?? "")).toMatchObject([
    { state: "delivered", attempts: 1 },
  ]);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(receiver.received).toHaveLength(2);
});

it("posts to Slack, Teams and by a template what each of them reads", async () => {
  const { projectId } = await testProject();
  const common = { kinds: ["alert.firing" as const] };
  const url = (path: string) => receiver.url + path;
  await createChannel(projectId, { kind: "slack", name: "S", ...common, url: url("/slack") }, editor);
  await createChannel(projectId, { kind: "teams", name: "T", ...common, url: url("/teams") }, editor);
  const template = '{"content": "{{title}}", "all": "{{data}}"}';
  await createChannel(
    projectId,
    { kind: "template", name: "O", ...common, url: url("/other"), template },
    editor,
  );
  const notification = someNotification();
  await tell(projectId, notification);
  await send();
  const bodies = Object.fromEntries(receiver.received.map(({ path, body }) => [path, JSON.parse(body)]));
  expect(bodies["/slack"].blocks[0].text.text).toBe(notification.title);
  expect(bodies["/teams"].attachments[0].content.type).toBe("AdaptiveCard");
  expect(bodies["/other"]).toEqual({ content: notification.title, all: notification.data });
  expect(receiver.received.some(({ headers }) => "webhook-signature" in headers)).toBe(false);
});

it("refuses targets that lead inside, and keeps URLs and secrets only encrypted", async () => {
  const { projectId, channelId, secret } = await withWebhook("/secret-path");
  for (const url of [
    "https://10.0.0.1/",
    "https://[::ffff:7f00:1]/",
    "https://169.254.169.254/",
    "http://x.example/",
  ])
    await expect(changeChannel(projectId, channelId, { url }, editor)).rejects.toMatchObject({
      extras: { errors: [{ path: "url" }] },
    });
  const row = await db().notificationChannel.findFirstOrThrow({ where: { projectId, channelId } });
  const bytes = [row.sealedUrl, row.sealedSecret].map((sealed) =>
    Buffer.from(sealed ?? []).toString("latin1"),
  );
  const text = JSON.stringify(row) + bytes.join("");
  expect(text).not.toContain("secret-path");
  expect(text).not.toContain(secret);
  expect(row.config).toEqual({ host: new URL(receiver.url).host });
});

it("keeps the channels of projects apart, and their names their own", async () => {
  const [one, other] = [await withWebhook("/a"), await testProject()];
  await expect(deleteChannel(other.projectId, one.channelId)).rejects.toMatchObject({ status: 404 });
  await expect(rotateSecret(other.projectId, one.channelId)).rejects.toMatchObject({ status: 404 });
  await expect(sendTest(other.projectId, one.channelId, "Ada", "https://w.example")).rejects.toMatchObject({
    status: 404,
  });
  const again = { kind: "webhook" as const, name: "Hook", kinds: [], url: receiver.url };
  await expect(createChannel(one.projectId, again, editor)).rejects.toMatchObject({
    extras: { errors: [{ path: "name" }] },
  });
  await expect(changeChannel(one.projectId, one.channelId, { template: "{}" }, editor)).rejects.toMatchObject(
    { code: "invalid_body" },
  );
  await deleteChannel(one.projectId, one.channelId);
  expect(await listChannels(one.projectId)).toEqual([]);
});

it("forgets deliveries after 90 days, but none that waits", async () => {
  const { projectId } = await withWebhook("/old");
  await tell(projectId);
  await send();
  await tell(projectId);
  const createdAt = new Date(Date.now() - 91 * 86_400_000);
  await db().notificationDelivery.updateMany({ where: { projectId }, data: { createdAt } });
  await forgetDeliveries(new Date());
  expect(await deliveries(projectId)).toMatchObject([{ state: "pending" }]);
});
