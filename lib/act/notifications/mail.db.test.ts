import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { POST as confirm } from "#app/api/mail/confirm/route.ts";
import { GET as ask, POST as unsubscribe } from "#app/api/mail/unsubscribe/route.ts";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type MailSink, type SunkMail, startMailSink } from "#tests/network/mail-sink.ts";
import {
  changeChannel,
  createChannel,
  deleteChannel,
  findMailLink,
  finishSending,
  listChannels,
  listDeliveries,
  notify,
  sendAgain,
  sendTest,
  startDue,
} from "./index.ts";
import { someNotification } from "./testing/notification.ts";

testDatabase();

let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("SMTP_URL", sink.url);
  vi.stubEnv("PUBLIC_URL", "https://whetstone.example");
  vi.stubEnv("MAIL_FROM", "Whetstone <quality@whetstone.example>");
});
afterAll(() => sink.stop());
beforeEach(() => {
  sink.mails.length = 0;
  sink.refuse.clear();
});

const origin = "https://whetstone.example";
// What a requester claims to have opened leads no link of a mail anywhere.
const editor = { name: "Ada", origin: "https://evil.example" };

/** A project with one member, and a channel of mail to these. */
async function withMail(...recipients: string[]) {
  const { projectId, organizationId } = await testProject();
  const email = `Ada-${newId()}@example.com`;
  await db().user.create({
    data: { id: newId(), name: "Ada", email, members: { create: { organizationId, role: "owner" } } },
  });
  const member = email.toLowerCase();
  const sent = {
    kind: "email" as const,
    name: "Team",
    kinds: ["alert.firing" as const],
    recipients: [member, ...recipients],
  };
  const { channel } = await createChannel(projectId, sent, editor);
  return { projectId, channelId: channel.channelId, member };
}

const tell = (projectId: string, notification = someNotification()) =>
  db().$transaction((tx) => notify(tx, projectId, notification));

async function send(): Promise<void> {
  await startDue();
  await finishSending();
}

const states = async (projectId: string) =>
  Object.fromEntries(
    (await listChannels(projectId)).flatMap(({ recipients }) =>
      recipients.map(({ email, state }) => [email, state]),
    ),
  );

/** The token of the link in a mail to confirm. */
const confirmToken = ({ raw }: SunkMail) =>
  /mail\?token=(\S+)/.exec(raw.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[1] ?? "";

/** What a mail program posts to for one click: RFC 8058 has a form with this one field, and no cookies. */
const oneClick = ({ headers }: SunkMail) => /^<(.+)>$/.exec(headers["list-unsubscribe"] ?? "")?.[1] ?? "";
const post = (url: string) =>
  unsubscribe(
    new Request(url, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
  );

it("sends a mail to a member at once, and to another address after it has confirmed by its link", async () => {
  const { projectId, member } = await withMail("bob@example.org");
  await tell(projectId);
  await send();
  expect(sink.mails.map(({ to }) => to).sort()).toEqual([member, "bob@example.org"].sort());
  const question = sink.mails.find(({ to }) => to === "bob@example.org");
  expect(question?.headers.subject).toMatch(/^Confirm notifications of Project/);
  expect(question?.raw).not.toContain("evil.example");
  expect(await states(projectId)).toEqual({ [member]: "confirmed", "bob@example.org": "asked" });
  const token = confirmToken(question as SunkMail);
  expect(await findMailLink(token)).toMatchObject({
    purpose: "confirm",
    email: "bob@example.org",
    state: "asked",
  });
  expect(await states(projectId), "looking at the link changes nothing").toMatchObject({
    "bob@example.org": "asked",
  });
  expect(
    (await confirm(new Request(`${origin}/api/mail/confirm?token=${token}`, { method: "POST" }))).status,
  ).toBe(200);
  expect(await db().mailAsked.findMany({ where: { projectId } })).toMatchObject([
    { email: "bob@example.org", answeredAt: expect.any(Date) },
  ]);
  sink.mails.length = 0;
  await tell(projectId);
  await send();
  expect(sink.mails.map(({ to }) => to).sort()).toEqual([member, "bob@example.org"].sort());
});

it("says who it is from, what it is about and how to unsubscribe", async () => {
  const { projectId, member } = await withMail();
  await tell(projectId);
  await send();
  const [mail] = sink.mails;
  expect(mail).toMatchObject({
    to: member,
    from: "quality@whetstone.example",
    headers: {
      from: "Whetstone <quality@whetstone.example>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
      "list-unsubscribe": expect.stringMatching(
        /^<https:\/\/whetstone\.example\/api\/mail\/unsubscribe\?token=[\w.-]+>$/,
      ),
      "message-id": expect.stringMatching(/^<[\da-f-]{36}@whetstone\.example>$/),
      "content-type": expect.stringContaining("multipart/alternative"),
    },
  });
  const [delivery] = (await listDeliveries(projectId, { limit: 1 })).data;
  expect(JSON.stringify(delivery), "the log holds no token").not.toContain("token");
});

it("is unsubscribed from by one click, for good: only the reader can take it back", async () => {
  const { projectId, channelId, member } = await withMail();
  await tell(projectId);
  await send();
  const url = oneClick(sink.mails[0] as SunkMail);
  const looked = await ask(new Request(url));
  expect([looked.status, looked.headers.get("location")]).toEqual([
    303,
    `/mail?${new URL(url).searchParams}`,
  ]);
  expect(await states(projectId)).toEqual({ [member]: "confirmed" });
  await tell(projectId);
  expect((await post(url)).status).toBe(200);
  expect((await post(url)).status, "a second click is as good as the first").toBe(200);
  expect(await states(projectId)).toEqual({ [member]: "unsubscribed" });
  sink.mails.length = 0;
  await tell(projectId);
  await send();
  const { data } = await listDeliveries(projectId, { limit: 10 });
  expect(data.map(({ state }) => state)).toEqual(["dropped", "delivered"]);
  expect(await sendAgain(projectId, data[0]?.deliveryId ?? "")).toMatchObject([{ state: "dropped" }]);
  await changeChannel(projectId, channelId, { recipients: ["eve@example.org"] }, editor);
  await changeChannel(projectId, channelId, { recipients: [member] }, editor);
  expect(await states(projectId), "taken off and put back on").toEqual({ [member]: "unsubscribed" });
  await send();
  expect(sink.mails).toEqual([]);
  const token = new URL(url).searchParams.get("token") ?? "";
  expect(await findMailLink(token)).toMatchObject({ purpose: "unsubscribe", state: "unsubscribed" });
  const takeBack = () =>
    confirm(new Request(`${origin}/api/mail/confirm?token=${token}`, { method: "POST" }));
  const unsubscribedAt = (createdAt: Date) =>
    db().mailSuppression.updateMany({ where: { projectId }, data: { createdAt } });
  await unsubscribedAt(new Date(Date.now() - 7 * 86_400_000));
  expect((await takeBack()).status, "after 7 days").toBe(404);
  expect(await states(projectId)).toEqual({ [member]: "unsubscribed" });
  await unsubscribedAt(new Date());
  expect((await takeBack()).status).toBe(200);
  expect(await states(projectId)).toEqual({ [member]: "confirmed" });
  expect((await takeBack()).status, "nothing to take back").toBe(404);
});

it("refuses a link that was made up, or is for something else", async () => {
  const { projectId } = await withMail("bob@example.org");
  await send();
  const token = confirmToken(sink.mails.find(({ to }) => to === "bob@example.org") as SunkMail);
  for (const bad of ["", "x", `${token}x`, token])
    expect((await post(`${origin}/api/mail/unsubscribe?token=${bad}`)).status, bad).toBe(404);
  expect(await findMailLink(`${token.slice(0, -2)}xx`)).toBeNull();
  expect(await states(projectId)).toMatchObject({ "bob@example.org": "asked" });
});

it("says of a mailbox that does not exist that it does not, and delays nobody else", async () => {
  const { projectId, channelId, member } = await withMail("gone@example.org", "busy@example.org");
  await db().mailRecipient.updateMany({ where: { projectId }, data: { confirmedAt: new Date() } });
  await db().notificationDelivery.deleteMany({ where: { projectId } });
  sink.refuse.set("gone@example.org", { code: 550, words: "No such user here" });
  sink.refuse.set("busy@example.org", { code: 451, words: "Try later" });
  await tell(projectId);
  await send();
  const { data } = await listDeliveries(projectId, { limit: 10 });
  const of = (email: string) => data.find(({ recipient }) => recipient === email);
  expect(of(member)).toMatchObject({ state: "delivered" });
  expect(of("gone@example.org")).toMatchObject({
    ...{ state: "failed", attempts: 1, lastStatus: 550, nextAttemptAt: null },
    lastError: expect.stringContaining("No such user here"),
  });
  expect(of("busy@example.org")).toMatchObject({
    ...{ state: "pending", lastStatus: 451, nextAttemptAt: expect.any(Date) },
    lastError: expect.stringContaining("Try later"),
  });
  expect(sink.mails.map(({ to }) => to)).toEqual([member]);
  const sent = await sendTest(projectId, channelId, "Ada", `${origin}/demo`);
  expect(sent.map(({ state }) => state).sort()).toEqual(["delivered", "failed", "failed"]);
});

it("asks an address once a day, whichever channel asks and whatever became of the one before", async () => {
  const { projectId, channelId, member } = await withMail("bob@example.org");
  const asks = { kind: "email" as const, kinds: [], recipients: ["bob@example.org"] };
  const early = {
    code: "conflict",
    extras: { errors: [{ path: "recipients", message: expect.stringContaining("within the last day") }] },
  };
  await changeChannel(projectId, channelId, { recipients: [member] }, editor);
  await expect(
    changeChannel(projectId, channelId, { recipients: asks.recipients }, editor),
  ).rejects.toMatchObject(early);
  await expect(createChannel(projectId, { ...asks, name: "Other" }, editor)).rejects.toMatchObject(early);
  await deleteChannel(projectId, channelId);
  await expect(createChannel(projectId, { ...asks, name: "Team" }, editor)).rejects.toMatchObject(early);
  await db().mailAsked.updateMany({
    where: { projectId },
    data: { askedAt: new Date(Date.now() - 86_500_000) },
  });
  await createChannel(projectId, { ...asks, name: "Team" }, editor);
  await send();
  expect(sink.mails.map(({ to }) => to)).toEqual(["bob@example.org"]);
  const [asked] = (await listDeliveries(projectId, { limit: 1 })).data;
  await expect(sendAgain(projectId, asked?.deliveryId ?? "")).rejects.toMatchObject(early);
});

it("asks at most twenty addresses in a week that have not answered, taken off or not", async () => {
  const { projectId, channelId } = await withMail();
  const some = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index}@example.org`);
  const ask = (recipients: string[]) => changeChannel(projectId, channelId, { recipients }, editor);
  const tooMany = {
    code: "conflict",
    extras: { errors: [{ path: "recipients", message: expect.stringContaining("too many") }] },
  };
  await expect(ask(some("a", 21))).rejects.toMatchObject(tooMany);
  await ask(some("a", 20));
  await expect(ask(["b@example.org"])).rejects.toMatchObject(tooMany);
  const answered = { projectId, email: "a0@example.org" };
  await db().mailAsked.updateMany({ where: answered, data: { answeredAt: new Date() } });
  await ask(["b@example.org"]);
  await expect(ask(["c@example.org"])).rejects.toMatchObject(tooMany);
});
