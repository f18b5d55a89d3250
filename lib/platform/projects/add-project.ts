import { can } from "../auth/permissions.ts";
import { db } from "../db/client.ts";
import { Problem } from "../problem/index.ts";
import { createKeyPair, createProject, type KeyPair, type NewProject } from "./create-project.ts";

/**
 * The organization in which this person may create and delete projects.
 * @throws Problem 403 if there is none.
 */
export async function managedOrganization(userId: string): Promise<string> {
  const memberships = await db().member.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
  const managing = memberships.find(({ role }) => can(role, "manage_project"));
  if (!managing)
    throw new Problem("forbidden", "Only owners and admins can create or delete projects. Ask one of them.");
  return managing.organizationId;
}

/**
 * Creates a project with its two keys in the organization this person manages.
 * @throws Problem 403 if they manage none, 409 if the name is taken.
 */
export async function addProject(userId: string, name: string): Promise<NewProject & KeyPair> {
  const organizationId = await managedOrganization(userId);
  return db().$transaction(async (tx) => {
    const project = await createProject(tx, organizationId, name);
    return { ...project, ...(await createKeyPair(tx, project.projectId)) };
  });
}
