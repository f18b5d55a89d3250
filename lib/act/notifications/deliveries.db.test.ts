import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { verified } from "#tests/network/webhook-receiver.ts";
import { finishSending, forgetDeliveries, listChannels, notify, sendAgain, startDue } from "./index.ts";
import { lockChannel } from "./store.ts";
import { someNotification } from "./testing/notification.ts";
import { deliveries, send, tell, testReceiver, withWebhook } from "./testing/webhook.ts";

const receiver = await testReceiver();

/** Lets the time of the next attempt come. */
const makeDue = (projectId: string) =>
  db().notificationDelivery.updateMany({
    where: { projectId, state: "pending" },
    data: { nextAttemptAt: new Date(Date.now() - 1_000) },
  });

it("delivers a signed message once, however often the same transition is told and whoever sends", async () => {
  const { projectId, secret } = await withWebhook(`${receiver.url}/once`);
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
  const { projectId } = await withWebhook(`${receiver.url}/rolled-back`);
  const failing = db().$transaction(async (tx) => {
    await notify(tx, projectId, someNotification());
    throw new Error("the transition failed");
  });
  await expect(failing).rejects.toThrow("the transition failed");
  expect(await deliveries(projectId)).toEqual([]);
});

it("tries again when it is time, signed anew under the same id, and not before", async () => {
  const { projectId, secret } = await withWebhook(`${receiver.url}/flaky`);
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

it("gives up after ten attempts over three days, and disables a channel on which nothing got through", async () => {
  const { projectId, channelId } = await withWebhook(`${receiver.url}/down`);
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
  const hanging = await withWebhook(`${receiver.url}/hangs`);
  const held: (() => void)[] = [];
  receiver.answers.set("/hangs", (response) => held.push(() => response.writeHead(204).end()));
  for (let count = 0; count < 6; count++) await tell(hanging.projectId);
  await startDue();
  await expect.poll(() => held.length).toBe(4);
  const quick = await withWebhook(`${receiver.url}/quick`);
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

it("adds deliveries while the outcome of another is being recorded", async () => {
  const { projectId, channelId } = await withWebhook(`${receiver.url}/locked`);
  await db().$transaction(async (tx) => {
    await lockChannel(tx, projectId, channelId);
    await tell(projectId);
  });
  expect(await deliveries(projectId)).toHaveLength(1);
});

it("tries a message again that it could not make, and tells why", async () => {
  const { projectId } = await withWebhook(`${receiver.url}/unmade`);
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
  const { projectId } = await withWebhook(`${receiver.url}/restart`);
  await tell(projectId);
  const inHand = { attempts: 1, claimedUntil: new Date(Date.now() + 60_000) };
  await db().notificationDelivery.updateMany({ where: { projectId }, data: inHand });
  await send();
  expect(receiver.received).toEqual([]);
  await db().notificationDelivery.updateMany({ where: { projectId }, data: { claimedUntil: new Date(0) } });
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "delivered", attempts: 2 }]);
});

it("sends again on request, under the same id", async () => {
  const { projectId } = await withWebhook(`${receiver.url}/again`);
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

it("forgets deliveries after 90 days, but none that waits", async () => {
  const { projectId } = await withWebhook(`${receiver.url}/old`);
  await tell(projectId);
  await send();
  await tell(projectId);
  const createdAt = new Date(Date.now() - 91 * 86_400_000);
  await db().notificationDelivery.updateMany({
    where: { projectId },
    data: { createdAt, attemptedAt: createdAt },
  });
  await forgetDeliveries(new Date());
  expect(await deliveries(projectId)).toMatchObject([{ state: "pending" }]);
});
