import { z } from "zod";
import { createOwner } from "#lib/platform/auth/create-owner.ts";
import { allowedOriginsSchema, nameSchema, passwordSchema } from "#lib/platform/auth/fields.ts";
import { setPassword } from "#lib/platform/auth/set-password.ts";
import { db } from "#lib/platform/db/client.ts";
import {
  createKey,
  createKeyPair,
  createProject,
  type KeyPair,
} from "#lib/platform/projects/create-project.ts";
import { findProject } from "./find-project.ts";

/** The arguments of create-owner. */
export interface OwnerOptions {
  email: string;
  password: string;
  name?: string | undefined;
  organization?: string | undefined;
}

/**
 * Creates the owner and the organization of a new installation.
 * @throws Error that names an invalid value; Problem 409 if there already is an owner.
 */
export async function createOwnerCommand(options: OwnerOptions): Promise<Record<string, string>> {
  const { email, password } = credentials(options);
  const [person = email, place = email] = email.split("@");
  const name = checked("--name", nameSchema, options.name ?? person.slice(0, 80));
  const organizationName = checked("--organization", nameSchema, options.organization ?? place.slice(0, 80));
  const { userId, organizationId } = await db().$transaction(
    (tx) => createOwner(tx, { name, email, password, organizationName }),
    { timeout: 20_000 },
  );
  return { user_id: userId, email: email.toLowerCase(), organization_id: organizationId };
}

/**
 * Sets a user's password and signs them out everywhere.
 * @throws Error that names an invalid value; Problem 404 if no user has this email.
 */
export async function setPasswordCommand(options: Pick<OwnerOptions, "email" | "password">) {
  const { email, password } = credentials(options);
  const { userId } = await setPassword(email, password);
  return { user_id: userId, email: email.toLowerCase() };
}

/**
 * Creates a project with its two keys in the installation's organization.
 * @throws Error if there is no owner yet; Problem 409 if the name is taken.
 */
export async function createProjectCommand(given: string): Promise<Record<string, string>> {
  const name = checked("NAME", nameSchema, given);
  const organization = await db().organization.findFirst({ orderBy: { createdAt: "asc" } });
  if (!organization) {
    throw new Error(
      "There is no owner yet. Create one first: echo PASSWORD | npm run -s admin -- create-owner EMAIL",
    );
  }
  return db().$transaction(async (tx) => {
    const { projectId } = await createProject(tx, organization.id, name);
    return printedKeys(projectId, await createKeyPair(tx, projectId));
  });
}

/**
 * Creates another pair of keys for a project.
 * @param origins the allowed origins of the publishable key. Defaults to localhost.
 * @throws Error if there is no such project or an origin is invalid.
 */
export async function createKeysCommand(
  named: string,
  origins: readonly string[] | undefined,
): Promise<Record<string, string>> {
  const allowed = origins && checked("--origin", allowedOriginsSchema, origins);
  const { projectId } = await findProject(named);
  return db().$transaction(async (tx) => {
    const { key: publishableKey } = await createKey(tx, projectId, "publishable", "Browser", allowed);
    const { key: secretKey } = await createKey(tx, projectId, "secret", "Server");
    return printedKeys(projectId, { publishableKey, secretKey });
  });
}

const printedKeys = (projectId: string, { publishableKey, secretKey }: KeyPair): Record<string, string> => ({
  project_id: projectId,
  publishable_key: publishableKey,
  secret_key: secretKey,
});

const credentials = ({ email, password }: Pick<OwnerOptions, "email" | "password">) => ({
  email: checked("EMAIL", z.email("must be an email address like ada@example.com"), email.trim()),
  password: checked("The password (standard input)", passwordSchema, password),
});

function checked<T>(what: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${what} ${parsed.error.issues[0]?.message}.`);
}
