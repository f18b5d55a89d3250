import { randomBytes } from "node:crypto";
import type { ApiKeyKind } from "#lib/domain/api-key.ts";
import { defaultCategories } from "#lib/domain/category.ts";
import { mintKey } from "../api-keys/api-key.ts";
import { developmentOrigins } from "../api-keys/origins.ts";
import { playgroundKey } from "../api-keys/playground-key.ts";
import { now } from "../clock.ts";
import type { Transaction } from "../db/client.ts";
import { newId } from "../ids.ts";
import { Problem } from "../problem/index.ts";
import { toSlug } from "./slug.ts";

/** A project that was just created. */
export interface NewProject {
  projectId: string;
  name: string;
  slug: string;
}

/**
 * Serializes the creation of projects across all processes, because names and slugs are checked before they are used.
 */
const PROJECT_LOCK = 727_003;

/** The two keys of a new project, shown only once. */
export interface KeyPair {
  publishableKey: string;
  secretKey: string;
}

/**
 * Creates a project with its own keys for hashing users and signing tokens, and the playground's key.
 * @throws Problem 409 if the organization has a project with this name.
 */
export async function createProject(
  tx: Transaction,
  organizationId: string,
  name: string,
  isSample = false,
): Promise<NewProject> {
  await claimName(tx, organizationId, name);
  const project = {
    projectId: newId(),
    name,
    slug: await freeSlug(tx, name),
    tokenKey: Uint8Array.from(randomBytes(32)),
  };
  await tx.project.create({
    data: { ...project, organizationId, userHashKey: Uint8Array.from(randomBytes(32)), isSample },
  });
  const listed = { projectId: project.projectId, listed: true, decidedAt: now() };
  await tx.category.createMany({ data: defaultCategories.map((name) => ({ ...listed, name })) });
  const { prefix, hash } = playgroundKey(project.tokenKey);
  await tx.apiKey.create({
    data: {
      projectId: project.projectId,
      keyId: newId(),
      kind: "publishable",
      name: "Playground",
      prefix,
      hash,
    },
  });
  return { projectId: project.projectId, name, slug: project.slug };
}

/**
 * Ensures that a name is free in an organization until the transaction ends.
 * @param except a project that may have the name.
 * @throws Problem 409 if another project has it.
 */
export async function claimName(
  tx: Transaction,
  organizationId: string,
  name: string,
  except: string | null = null,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PROJECT_LOCK}::bigint)`;
  const [namesake] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM projects WHERE organization_id = ${organizationId}::uuid AND lower(name) = lower(${name})
      AND project_id IS DISTINCT FROM ${except}::uuid`;
  if (namesake) {
    throw new Problem("conflict", `A project named “${name}” already exists. Choose another name.`);
  }
}

/** Creates one publishable and one secret key for a project. */
export async function createKeyPair(tx: Transaction, projectId: string): Promise<KeyPair> {
  return {
    publishableKey: (await createKey(tx, projectId, "publishable", "Browser")).key,
    secretKey: (await createKey(tx, projectId, "secret", "Server")).key,
  };
}

/** A new key, the only time it is available in full. */
export interface NewKey {
  keyId: string;
  key: string;
  prefix: string;
}

/** Creates a key. The key itself is only in the result and is never stored. */
export async function createKey(
  tx: Transaction,
  projectId: string,
  kind: ApiKeyKind,
  name: string,
  allowedOrigins: readonly string[] = kind === "publishable" ? developmentOrigins : [],
): Promise<NewKey> {
  const { key, prefix, hash } = mintKey(kind);
  const keyId = newId();
  await tx.apiKey.create({
    data: { projectId, keyId, kind, name, prefix, hash, allowedOrigins: [...allowedOrigins] },
  });
  return { keyId, key, prefix };
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const wanted = toSlug(name);
  const taken = await tx.project.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(wanted)) return wanted;
  for (let count = 2; ; count++) if (!slugs.has(`${wanted}-${count}`)) return `${wanted}-${count}`;
}
