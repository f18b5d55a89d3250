import type { Role } from "#lib/domain/role.ts";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { type ProjectContext, projectContext } from "../projects/project-context.ts";
import { readSession } from "./auth.ts";
import { type Action, can } from "./permissions.ts";

/** A person who is signed in. */
export interface SignedIn {
  userId: string;
  name: string;
  email: string;
}

/** The person behind a request's cookies, or null. */
export async function currentSession(headers: Headers): Promise<SignedIn | null> {
  const session = await readSession(headers);
  return session ? { userId: session.user.id, name: session.user.name, email: session.user.email } : null;
}

/**
 * The person behind a request.
 * @throws Problem 401 when nobody is signed in.
 */
export async function requireSession(headers: Headers): Promise<SignedIn> {
  const user = await currentSession(headers);
  if (!user) throw new Problem("credentials_missing", "Sign in first.");
  return user;
}

/** A project that a person is a member of, and as what. */
export interface Membership {
  project: ProjectContext & { organizationId: string; isSample: boolean; createdAt: Date };
  role: Role;
}

/** The membership of a person in a project named by id or slug; null where there is none. */
export async function membership(
  userId: string,
  project: { projectId: string } | { slug: string },
): Promise<Membership | null> {
  const row = await db().project.findFirst({
    where: { ...project, deletedAt: null, organization: { members: { some: { userId } } } },
    include: { organization: { include: { members: { where: { userId } } } } },
  });
  const role = row?.organization.members[0]?.role;
  if (!row || !role) return null;
  const { organizationId, isSample, createdAt } = row;
  return { project: { ...projectContext(row), organizationId, isSample, createdAt }, role };
}

/**
 * The membership that lets a person do this in a project.
 * @throws Problem 404 when the project is not theirs to know of, 403 when their role does not reach.
 */
export async function requireMembership(
  user: SignedIn,
  projectId: string,
  action: Action,
): Promise<Membership> {
  const found = await membership(user.userId, { projectId });
  if (!found) throw new Problem("not_found", "There is no such project.");
  if (!can(found.role, action))
    throw new Problem("forbidden", `A ${found.role} may not do this. Ask an owner or admin.`);
  return found;
}
