import { type APIRequestContext, type APIResponse, test as base } from "@playwright/test";
import { sessionFile } from "../driving/owner.ts";

/** What a call may carry beyond its method and path. */
export interface Call {
  key?: string;
  token?: string;
  deviceId?: string;
  origin?: string;
  idempotencyKey?: string;
  forwardedFor?: string;
  /** application/json without it. */
  contentType?: string;
  accept?: string;
  body?: unknown;
}

/** An answer, parsed. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON comes and holds it against what it expects
  json: any;
}

/** A project of the test file's own, and calls against the running app. */
export interface Api {
  projectId: string;
  publishableKey: string;
  secretKey: string;
  call(method: string, path: string, call?: Call): Promise<Answer>;
}

/** Tests over HTTP, against the app as `npm start` runs it; each worker has a project of its own. */
export const test = base.extend<object, { api: Api }>({
  api: [
    async ({ playwright }, use, worker) => {
      const baseURL = worker.project.use.baseURL;
      if (!baseURL) throw new Error("baseURL is not set");
      const signedIn = await playwright.request.newContext({ baseURL, storageState: sessionFile() });
      const made = await signedIn.post("/api/projects", {
        data: { name: `API ${worker.workerIndex} ${crypto.randomUUID()}` },
      });
      if (made.status() !== 201) throw new Error(await made.text());
      const { project_id, publishable_key, secret_key } = await made.json();
      const anonymous = await playwright.request.newContext({ baseURL });
      await use({
        projectId: project_id,
        publishableKey: publishable_key,
        secretKey: secret_key,
        call: (method, path, call = {}) => send(anonymous, method, path, call),
      });
      await Promise.all([signedIn.dispose(), anonymous.dispose()]);
    },
    { scope: "worker" },
  ],
});

async function send(context: APIRequestContext, method: string, path: string, call: Call): Promise<Answer> {
  const response = await context.fetch(path, {
    method,
    headers: {
      ...(call.key ? { authorization: `Bearer ${call.key}` } : {}),
      ...(call.token ? { "x-feedback-token": call.token } : {}),
      ...(call.deviceId ? { "x-device-id": call.deviceId } : {}),
      ...(call.accept ? { accept: call.accept } : {}),
      ...(call.origin ? { origin: call.origin } : {}),
      ...(call.idempotencyKey ? { "idempotency-key": call.idempotencyKey } : {}),
      ...(call.forwardedFor ? { "x-forwarded-for": call.forwardedFor } : {}),
      ...(call.body === undefined ? {} : { "content-type": call.contentType ?? "application/json" }),
    },
    ...(call.body === undefined
      ? {}
      : { data: Buffer.from(typeof call.body === "string" ? call.body : JSON.stringify(call.body)) }),
  });
  return { status: response.status(), headers: response.headers(), json: await parsed(response) };
}

async function parsed(response: APIResponse): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export { expect } from "@playwright/test";
