import { join } from "node:path";
import { type APIRequestContext, request } from "@playwright/test";
import type { Ground } from "#tests/embed/ground.ts";
import type { RunningApp } from "../test-app/start-app.ts";

/** Hosts that a new key does not allow by default: it has to list them. */
const APP_ORIGINS = ["http://*.localhost:*", "http://embed.test:*"];
/** Tests click faster than people. */
const WRITES_PER_MINUTE = 100_000;

/** The project that the apps log to, and its owner. */
export type EmbedProject = Omit<Ground, "apps" | "screenshots">;

/**
 * Creates the owner, a project and its keys on a fresh installation, through its API.
 * @param folder for the session's cookies
 */
export async function prepareProject(app: RunningApp, folder: string): Promise<EmbedProject> {
  const session = join(folder, "session.json");
  const headers = { origin: app.url };
  const context = await request.newContext({ baseURL: app.url, extraHTTPHeaders: headers });
  try {
    const owner = { email: "ada@example.com", password: "correct horse battery" };
    const { project_id, publishable_key, secret_key } = await call(context, "POST", "/api/setup", {
      token: new URL(app.setupLink ?? app.url).searchParams.get("token"),
      name: "Ada Lovelace",
      ...owner,
      organization_name: "Analytical Engines",
      project_name: "Embedded",
    });
    await call(context, "POST", "/api/auth/sign-in/email", owner);
    const project = `/api/projects/${project_id}`;
    const { key } = await call(context, "POST", `${project}/keys`, {
      kind: "publishable",
      name: "Apps",
      allowed_origins: APP_ORIGINS,
    });
    await call(context, "PUT", `${project}/write-limit`, { writes_per_minute: WRITES_PER_MINUTE });
    await context.storageState({ path: session });
    return {
      server: app.url,
      projectId: project_id ?? "",
      publishableKey: key ?? "",
      openKey: publishable_key ?? "",
      secretKey: secret_key ?? "",
      session,
    };
  } finally {
    await context.dispose();
  }
}

async function call(
  context: APIRequestContext,
  method: string,
  path: string,
  data: unknown,
): Promise<Record<string, string>> {
  const response = await context.fetch(path, { method, data });
  if (!response.ok())
    throw new Error(`${method} ${path} responded with ${response.status()}: ${await response.text()}`);
  return (await response.json()) as Record<string, string>;
}
