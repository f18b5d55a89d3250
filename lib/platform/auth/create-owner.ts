import { hashPassword } from "better-auth/crypto";
import { db, type Transaction } from "../db/client.ts";
import { newId } from "../ids.ts";
import { Problem } from "../problem/index.ts";
import { createKeyPair, createProject, type KeyPair, type NewProject } from "../projects/create-project.ts";
import { spendSetupToken } from "./setup-link.ts";

/** The owner, and the name of the organization. */
export interface OwnerRequest {
  name: string;
  email: string;
  password: string;
  organizationName: string;
}

/** Serializes the creation of the first owner across all processes. */
const OWNER_LOCK = 727_001;

/**
 * Creates the owner and the organization.
 * @throws Problem 409 if there already is an owner.
 */
export async function createOwner(
  tx: Transaction,
  request: OwnerRequest,
): Promise<{ userId: string; organizationId: string }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${OWNER_LOCK}::bigint)`;
  if (await tx.member.findFirst({ where: { role: "owner" } })) {
    throw new Problem("conflict", "This installation already has an owner. Sign in instead.");
  }
  const userId = newId();
  const organizationId = newId();
  await tx.user.create({
    data: {
      id: userId,
      name: request.name,
      email: request.email.toLowerCase(),
      accounts: {
        create: {
          id: newId(),
          accountId: userId,
          providerId: "credential",
          password: await hashPassword(request.password),
        },
      },
      members: {
        create: {
          role: "owner",
          organization: { create: { id: organizationId, name: request.organizationName } },
        },
      },
    },
  });
  await tx.setupToken.deleteMany();
  return { userId, organizationId };
}

/**
 * Does the setup of /setup in one transaction: uses up the token and creates the owner, the organization, the first
 * project and its keys.
 * @throws Problem 403 for a wrong token, 409 if there already is an owner.
 */
export function setUp(
  token: string,
  owner: OwnerRequest,
  projectName: string,
): Promise<NewProject & KeyPair> {
  return db().$transaction(
    async (tx) => {
      await spendSetupToken(tx, token);
      const { organizationId } = await createOwner(tx, owner);
      const project = await createProject(tx, organizationId, projectName);
      return { ...project, ...(await createKeyPair(tx, project.projectId)) };
    },
    { timeout: 20_000 },
  );
}
