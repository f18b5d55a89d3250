import type { Role } from "#lib/domain/role.ts";
import { db } from "../db/client.ts";

/** A member of a project's organization. */
export interface ProjectMember {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

/** The members of a project's organization, by name. */
export async function listMembers(projectId: string): Promise<ProjectMember[]> {
  const members = await db().member.findMany({
    where: { organization: { projects: { some: { projectId } } } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  return members
    .map(({ role, user: { id, name, email } }) => ({ userId: id, name, email, role }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
