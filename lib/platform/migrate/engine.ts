import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { SessionClient } from "#lib/platform/db/session.ts";
import { EngineAdapter } from "./engine-adapter.ts";
import { MIGRATIONS, type Migration } from "./folder.ts";

type SchemaEngine = bindings.SchemaEngine;

/** Nothing in the database is managed externally. */
const FILTERS = { externalTables: [], externalEnums: [] };
const SCHEMA = "prisma/schema.prisma";
const LOCKFILE = 'provider = "postgresql"\n';

/** Prisma's schema engine, the same code as its binary, as WebAssembly. Loaded once, as it is large. */
let loaded: Promise<void> | undefined;

async function load(): Promise<void> {
  // Where the engine reports its panic before it stops with "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: notePanic } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engineImports() });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
}

/**
 * The bindings, changed so that the engine's lock timer (ten seconds, never canceled) does not keep the process alive.
 */
function engineImports(): WebAssembly.ModuleImports {
  const imports = { ...bindings } as unknown as WebAssembly.ModuleImports;
  for (const name of Object.keys(imports).filter((key) => key.startsWith("__wbg_setTimeout_"))) {
    imports[name] = (callback: () => void, milliseconds: number) =>
      setTimeout(callback, milliseconds >>> 0).unref();
  }
  return imports;
}

function notePanic(message: string): void {
  throw new Error(`Prisma's schema engine stopped: ${message}`);
}

async function withEngine<T>(
  url: string,
  work: (engine: SchemaEngine, schema: string, connections: EngineAdapter) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  await loaded;
  const schema = await readFile(resolve(SCHEMA), "utf8");
  const connections = new EngineAdapter({ connectionString: url, Client: SessionClient });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(connections);
    const engine = await bindings.SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => {}, adapter);
    return await work(engine, schema, connections).finally(() => engine.free());
  } finally {
    await connections.close();
  }
}

/**
 * Applies pending migrations in order and returns their names.
 * @throws Error with the failed migration and PostgreSQL's message.
 */
export function applyMigrations(url: string, migrations: Migration[], failed: string[]): Promise<string[]> {
  return withEngine(url, async (engine, _schema, connections) => {
    for (const migrationName of failed) await engine.markMigrationRolledBack({ migrationName });
    const migrationsList = migrationList(migrations);
    try {
      return (await engine.applyMigrations({ migrationsList, filters: FILTERS })).appliedMigrationNames;
    } catch (error) {
      if (!connections.scriptError) throw error;
      const name = /migration_name=\\*"([^"\\]+)/.exec(String(error))?.[1] ?? "(unknown)";
      const { message } = connections.scriptError;
      throw new Error(`Migration ${name} failed: ${message}`, { cause: connections.scriptError });
    }
  });
}

/**
 * The SQL that takes the migrations to the schema, or null if they match.
 * @param scratchUrl an empty database in which the migrations are replayed.
 */
export function diffSchema(scratchUrl: string, migrations: Migration[]): Promise<string | null> {
  return withEngine(scratchUrl, async (engine, content) => {
    const result = await engine.diff({
      from: { tag: "migrations", ...migrationList(migrations) },
      to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content }] },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return result.exitCode === 0 ? null : (result.stdout ?? "");
  });
}

function migrationList(migrations: Migration[]) {
  return {
    baseDir: resolve(MIGRATIONS),
    lockfile: { path: "migration_lock.toml", content: LOCKFILE },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}
