import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { throwawayDatabase } from "#lib/platform/db/embedded/index";
import { migrate } from "#lib/platform/migrate/index";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated database that each test file gets a copy of. */
    templateUrl: string;
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, with one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await throwawayDatabase();
  try {
    const template = new URL(server.url);
    template.pathname = "/template_whetstone";
    await query(server.url, "CREATE DATABASE template_whetstone");
    await migrate(template.href);
    project.provide("templateUrl", template.href);
  } catch (error) {
    await server.release();
    throw error;
  }
  return () => server.release();
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
