import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { verified } from "#tests/network/webhook-receiver.ts";
import {
  changeChannel,
  createChannel,
  deleteChannel,
  finishSending,
  listChannels,
  rotateSecret,
  sendTest,
  startDue,
} from "./index.ts";
import { someNotification } from "./testing/notification.ts";
import { deliveries, editor, send, tell, testReceiver, withWebhook } from "./testing/webhook.ts";

const receiver = await testReceiver();

it("tells only channels that listen and are enabled", async () => {
  const { projectId, channelId } = await withWebhook(`${receiver.url}/listens`);
  await tell(projectId, someNotification({ kind: "review.weekly" }));
  await changeChannel(projectId, channelId, { state: "disabled" }, editor);
  await tell(projectId);
  expect(await deliveries(projectId)).toEqual([]);
  await changeChannel(projectId, channelId, { state: "active", kinds: ["review.weekly"] }, editor);
  await tell(projectId, someNotification({ kind: "review.weekly" }));
  await send();
  expect(await deliveries(projectId)).toMatchObject([{ state: "delivered", kind: "review.weekly" }]);
});

it("disables a channel whose receiver answers 410, and drops what was to follow", async () => {
  const { projectId, channelId } = await withWebhook(`${receiver.url}/gone`);
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

it("sends nothing on a disabled channel, and keeps what comes of what was under way", async () => {
  const { projectId, channelId } = await withWebhook(`${receiver.url}/disabled`);
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

it("signs with both secrets while they rotate, and only with the new one afterwards", async () => {
  const { projectId, channelId, secret } = await withWebhook(`${receiver.url}/rotates`);
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
  const { projectId, channelId } = await withWebhook(`${receiver.url}/test`);
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
  const { projectId, channelId, secret } = await withWebhook(`${receiver.url}/secret-path`);
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
  const [one, other] = [await withWebhook(`${receiver.url}/a`), await testProject()];
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
