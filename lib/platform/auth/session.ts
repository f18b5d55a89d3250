import type { Role } from "#lib/domain/role.ts";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { type ProjectContext, projectContext } from "../projects/project-context.ts";
import { isSlug } from "../projects/slug.ts";
import { readSession } from "./auth.ts";
import { type Action, can } from "./permissions.ts";

/** A person who is signed in. */
export interface SignedIn {
  userId: string;
  name: string;
  email: string;
}

/** The person signed in with a request's cookies, or null. */
export async function currentSession(headers: Headers): Promise<SignedIn | null> {
  const session = await readSession(headers);
  return session ? { userId: session.user.id, name: session.user.name, email: session.user.email } : null;
}

/**
 * The person signed in with a request's cookies.
 * @throws Problem 401 without a session.
 */
export async function requireSession(headers: Headers): Promise<SignedIn> {
  const user = await currentSession(headers);
  if (!user) throw new Problem("credentials_missing", "Sign in first.");
  return user;
}

/** A project and a person's role in it. */
export interface Membership {
  project: ProjectContext & { organizationId: string; isSample: boolean; createdAt: Date };
  role: Role;
}

/** A person's membership in a project, by id or slug; null if there is none. */
export async function membership(
  userId: string,
  project: { projectId: string } | { slug: string },
): Promise<Membership | null> {
  // PostgreSQL knows no NUL, and no slug has one.
  if ("slug" in project && !isSlug(project.slug)) return null;
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
 * The membership that allows a person to do this in a project.
 * @throws Problem 404 if the person is not a member, 403 if their role does not allow it.
 */
export async function requireMembership(
  user: SignedIn,
  projectId: string,
  action: Action,
): Promise<Membership> {
  const found = await membership(user.userId, { projectId });
  if (!found) throw new Problem("not_found", "Project not found.");
  if (!can(found.role, action))
    throw new Problem("forbidden", `Your role (${found.role}) does not allow this. Ask an owner or admin.`);
  return found;
}
