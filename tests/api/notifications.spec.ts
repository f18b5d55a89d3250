import type { APIRequestContext } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";
import { startReceiver, verified } from "../network/webhook-receiver.ts";
import { test as base, expect } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

/** Calls about the notifications of the file's own project, by its owner. */
const test = base.extend<{ call: (method: string, path: string, data?: unknown) => Promise<Answer> }>({
  call: async ({ playwright, baseURL, api }, use) => {
    const signedIn = await playwright.request.newContext({
      baseURL: baseURL ?? "",
      storageState: sessionFile(),
    });
    await use((method, path, data) =>
      send(signedIn, method, `/api/projects/${api.projectId}/notifications${path}`, data),
    );
    await signedIn.dispose();
  },
});

interface Answer {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON comes
  json: any;
}

async function send(
  context: APIRequestContext,
  method: string,
  path: string,
  data?: unknown,
): Promise<Answer> {
  const response = await context.fetch(path, { method, ...(data === undefined ? {} : { data }) });
  return {
    ...{ status: response.status(), headers: response.headers() },
    json: await response.json().catch(() => null),
  };
}

test("a webhook is made, tested, changed, rotated, logged, sent again and deleted", async ({ call }) => {
  const receiver = await startReceiver();
  const made = await call("POST", "/channels", { kind: "webhook", name: " Hook ", url: `${receiver.url}/a` });
  expect(made).toMatchObject({
    status: 201,
    json: {
      ...{ kind: "webhook", name: "Hook", host: new URL(receiver.url).host, state: "active" },
      ...{ secret: expect.stringMatching(/^whsec_/), failing_since: null, recipients: [] },
    },
  });
  const path = `/channels/${made.json.channel_id}`;
  const tested = await call("POST", `${path}/test`);
  expect(tested.json.data).toMatchObject([{ state: "delivered", last_status: 204, kind: "test" }]);
  const [message] = receiver.received;
  expect(message && verified(message, made.json.secret)).toMatchObject({ type: "test" });
  expect(await call("PATCH", path, { name: "Renamed", kinds: ["review.weekly"] })).toMatchObject({
    status: 200,
    json: { name: "Renamed", kinds: ["review.weekly"] },
  });
  expect((await call("POST", `${path}/secret`)).json.secret).not.toBe(made.json.secret);
  const listed = await call("GET", "/channels");
  expect(listed.json.data).toMatchObject([{ name: "Renamed", previous_until: expect.any(String) }]);
  expect(JSON.stringify(listed.json)).not.toMatch(/whsec_|secret|\/a"/);
  const log = await call("GET", "/deliveries?state=delivered");
  expect(log.json).toMatchObject({ data: [{ channel_name: "Renamed", attempts: 1 }], next_cursor: null });
  const again = await call("POST", `/deliveries/${log.json.data[0].delivery_id}/send-again`);
  expect(again.json.data).toMatchObject([{ state: "delivered" }]);
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([
    ...[message?.headers["webhook-id"], message?.headers["webhook-id"]],
  ]);
  expect((await call("DELETE", path)).status).toBe(204);
  expect((await call("DELETE", path)).status).toBe(404);
  expect((await call("GET", "/deliveries")).json.data).toEqual([]);
  await receiver.stop();
});

test("what cannot be a channel is refused by name", async ({ call }) => {
  const hook = { kind: "webhook", name: "x", url: "https://10.1.2.3/hook" };
  for (const [body, path] of [
    [hook, "url"],
    [{ ...hook, url: "https://localhost/" }, "url"],
    [{ ...hook, url: "https://169.254.169.254/latest/meta-data" }, "url"],
    [{ ...hook, url: "http://example.com/" }, "url"],
    [{ ...hook, name: "" }, "name"],
    [{ ...hook, kinds: ["alert.exploded"] }, "kinds.0"],
    [{ ...hook, kind: "template", template: '{"a": "{{titel}}"}' }, "template"],
    [{ kind: "email", name: "x", recipients: ["nobody"] }, "recipients.0"],
    [{ kind: "email", name: "x", recipients: [] }, "recipients"],
  ] as const)
    expect(refusedFor(await call("POST", "/channels", body)), JSON.stringify(body)).toEqual([
      ...[400, "invalid_body", path],
    ]);
  expect((await call("GET", "/channels")).json.data).toEqual([]);
});

test("channels are for owners and admins, and links of mails for whoever has them", async ({ api }) => {
  const path = `/api/projects/${api.projectId}/notifications`;
  expect((await api.call("GET", `${path}/channels`)).status).toBe(401);
  expect((await api.call("GET", `${path}/deliveries`, { key: api.secretKey })).status).toBe(401);
  const click = { contentType: "application/x-www-form-urlencoded", body: "List-Unsubscribe=One-Click" };
  expect((await api.call("POST", "/api/mail/unsubscribe?token=abc", click)).status).toBe(404);
  expect((await api.call("POST", "/api/mail/unsubscribe", click)).status).toBe(400);
});
