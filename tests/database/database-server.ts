import type { TestProject } from "vitest/node";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { createTemplate, LOCALES, oddRole, oddUrl, templateName } from "./odd-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the server's own database. */
    serverUrl: string;
  }
}

/**
 * Vitest's global set-up: one PostgreSQL for the whole run, with migrated databases to copy from. Everything about it is
 * unusual (docs/decisions/0021-session-settings.md); the browser and life-cycle tests have the usual one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await throwawayDatabase();
  try {
    const locales = Object.keys(LOCALES) as (keyof typeof LOCALES)[];
    await query(server.url, [...locales.map(createTemplate), ...oddRole(new URL(server.url).username)]);
    for (const locale of locales) await migrate(oddUrl(server.url, templateName(locale)));
    project.provide("serverUrl", server.url);
  } catch (error) {
    await server.release();
    throw error;
  }
  return () => server.release();
}

async function query(url: string, statements: readonly string[]): Promise<void> {
  const client = new SessionClient({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
