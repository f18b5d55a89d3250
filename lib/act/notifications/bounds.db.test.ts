import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { startReceiver, type WebhookReceiver } from "#tests/network/webhook-receiver.ts";
import { claimDue } from "./attempt-store.ts";
import {
  createChannel,
  finishSending,
  forgetDeliveries,
  listChannels,
  listDeliveries,
  notify,
  sendAgain,
  sendTest,
  startDue,
} from "./index.ts";
import { someNotification } from "./testing/notification.ts";

vi.stubEnv("NOTIFICATION_HOSTS", "127.0.0.1");
vi.stubEnv("LOG_LEVEL", "silent");
testDatabase();

let receiver: WebhookReceiver;
/** Answers what hangs. */
const held: (() => void)[] = [];
beforeAll(async () => {
  receiver = await startReceiver();
  receiver.answers.set("/hangs", (response) => held.push(() => response.writeHead(204).end()));
});
afterAll(() => receiver.stop());
afterEach(async () => {
  for (const answer of held.splice(0)) answer();
  await finishSending();
  await db().notificationDelivery.deleteMany();
});

const editor = { name: "Ada", origin: "https://whetstone.example" };
const base = "https://whetstone.example/demo";

/** A project with this many webhooks. */
async function withWebhooks(path: string, count = 1) {
  const { projectId } = await testProject();
  const channelIds: string[] = [];
  for (let index = 0; index < count; index++) {
    const common = { kind: "webhook" as const, kinds: ["alert.firing" as const], url: receiver.url + path };
    const { channel } = await createChannel(projectId, { ...common, name: `Hook ${index}` }, editor);
    channelIds.push(channel.channelId);
  }
  return { projectId, channelIds, channelId: channelIds[0] ?? "" };
}

async function tell(projectId: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count++)
    await db().$transaction((tx) => notify(tx, projectId, someNotification()));
}

const states = async (projectId: string) =>
  (await listDeliveries(projectId, { limit: 100 })).data.map(({ state }) => state);

it("gives a project sixteen places at most, on whatever channels, until some are free", async () => {
  const { projectId } = await withWebhooks("/hangs", 6);
  await tell(projectId, 4);
  const mine = (await claimDue(new Date(), 100)).map(({ channel }) => channel.channelId);
  expect(mine).toHaveLength(16);
  expect(new Set(mine).size, "each channel has its first").toBe(6);
  expect(await claimDue(new Date(), 100)).toEqual([]);
  const free = await claimDue(new Date(Date.now() + 61_000), 100);
  expect(free).toHaveLength(16);
});

it("takes each project's first before anybody's second, though it came later", async () => {
  const [early, late] = [await withWebhooks("/a", 2), await withWebhooks("/b")];
  await tell(early.projectId, 2);
  await tell(late.projectId, 2);
  const taken = (await claimDue(new Date(), 2)).map(({ projectId }) => projectId);
  expect(new Set(taken)).toEqual(new Set([early.projectId, late.projectId]));
});

it("refuses a test or a repeat on a channel that sends as much as it may, and keeps none of it", async () => {
  const { projectId, channelId } = await withWebhooks("/hangs");
  await tell(projectId, 5);
  await startDue();
  await expect.poll(() => held.length).toBe(4);
  const busy = { code: "conflict", message: expect.stringContaining("is being sent just now") };
  await expect(sendTest(projectId, channelId, "Ada", base)).rejects.toMatchObject(busy);
  const waiting = await db().notificationDelivery.findFirst({ where: { projectId, attempts: 0 } });
  await expect(sendAgain(projectId, waiting?.deliveryId ?? "")).rejects.toMatchObject(busy);
  expect(await states(projectId)).toHaveLength(5);
});

it("sends what is due while tests hang, of which a project has four", async () => {
  const { projectId, channelIds } = await withWebhooks("/hangs", 5);
  const tests = channelIds.slice(0, 4).map((each) => sendTest(projectId, each, "Ada", base));
  await expect.poll(() => held.length).toBe(4);
  await expect(sendTest(projectId, channelIds[4] ?? "", "Ada", base)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("being sent just now"),
  });
  const other = await withWebhooks("/quick");
  await tell(other.projectId);
  await startDue();
  await expect.poll(() => states(other.projectId)).toEqual(["delivered"]);
  for (const answer of held.splice(0)) answer();
  expect((await Promise.all(tests)).flat()).toMatchObject(Array(4).fill({ state: "delivered" }));
});

/** Deliveries of a channel, n1 the oldest, that became this so many days ago. */
const fill = (
  projectId: string,
  channelId: string,
  count: number,
  state: string,
  created = 0,
  tried = created,
) =>
  db().$executeRaw`
    INSERT INTO notification_delivery
      (project_id, channel_id, delivery_id, notification_id, kind, payload, state, created_at, attempted_at)
    SELECT ${projectId}::uuid, ${channelId}::uuid, lpad(to_hex(number), 32, '0')::uuid, 'n' || number, 'alert.firing', '{}',
      ${state}::"DeliveryState", now() - make_interval(days => ${created}::int), now() - make_interval(days => ${tried}::int)
    FROM generate_series(1, ${count}::int) AS number`;

it("keeps a thousand waiting on a channel, and drops the oldest that nobody has in hand", async () => {
  const { projectId, channelId } = await withWebhooks("/down");
  await fill(projectId, channelId, 1_001, "pending");
  await db().notificationDelivery.updateMany({
    where: { projectId, notificationId: "n1" },
    data: { claimedUntil: new Date(Date.now() + 60_000) },
  });
  await tell(projectId);
  const dropped = await db().notificationDelivery.findMany({ where: { projectId, state: "dropped" } });
  expect(dropped).toMatchObject([
    { notificationId: "n2", nextAttemptAt: null, lastError: expect.stringContaining("More than 1,000") },
  ]);
});

it("forgets 90 days after the last attempt, in steps, whatever is left of it", async () => {
  const [old, late] = [await withWebhooks("/old"), await withWebhooks("/late")];
  await fill(old.projectId, old.channelId, 5_001, "delivered", 95, 91);
  await fill(late.projectId, late.channelId, 1, "failed", 91, 88);
  const untried = { projectId: old.projectId, notificationId: "n1" };
  await db().notificationDelivery.updateMany({
    where: untried,
    data: { state: "dropped", attemptedAt: null },
  });
  await forgetDeliveries(new Date());
  expect(await db().notificationDelivery.findMany()).toMatchObject([{ projectId: late.projectId }]);
});

it("says on a channel of mail that there is no mail server any more, and on no other", async () => {
  const { projectId } = await withWebhooks("/a");
  const mail = { projectId, channelId: projectId, kind: "email" as const, name: "Team", config: {} };
  await db().notificationChannel.create({ data: { ...mail, createdBy: "Ada", createdAt: new Date() } });
  expect(await listChannels(projectId)).toMatchObject([
    { name: "Hook 0", heldReason: null },
    { name: "Team", heldReason: expect.stringContaining("Set SMTP_URL, MAIL_FROM and PUBLIC_URL") },
  ]);
});
