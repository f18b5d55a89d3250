import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "#lib/domain/role.ts";
import { db } from "../db/client.ts";
import { noteOrigin } from "./page-address.ts";
import { currentSession, type Membership, membership, type SignedIn } from "./session.ts";

/** Another project of the reader, for the switcher. */
export interface ProjectLink {
  name: string;
  slug: string;
  isSample: boolean;
}

/** What a project's page knows about its reader. */
export interface PageAccess {
  project: Pick<Membership["project"], "projectId" | "name" | "slug" | "isSample" | "createdAt">;
  projects: ProjectLink[];
  user: SignedIn;
  role: Role;
}

/** The reader of a project's page. Redirects to /sign-in without a session; responds "not found" to non-members. */
export const pageAccess = cache(async (projectSlug: string): Promise<PageAccess> => {
  const asked = await headers();
  const user = await currentSession(asked);
  // With plain `next start`, the path is unknown; the project's first page is used.
  const address = asked.get("x-whetstone-address") ?? `/${projectSlug}`;
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(address)}`);
  const found = await membership(user.userId, { slug: projectSlug });
  if (!found) notFound();
  await noteOrigin(asked);
  const { projectId, name, slug, isSample, createdAt } = found.project;
  return {
    project: { projectId, name, slug, isSample, createdAt },
    projects: await projectsOf(user.userId),
    user,
    role: found.role,
  };
});

/** The reader of a page outside of projects, and their first project; null without a session. */
export const anySession = cache(
  async (): Promise<{ user: SignedIn; firstProjectSlug: string | null } | null> => {
    const user = await currentSession(await headers());
    if (!user) return null;
    const [first] = await projectsOf(user.userId);
    return { user, firstProjectSlug: first?.slug ?? null };
  },
);

const projectsOf = cache(
  (userId: string): Promise<ProjectLink[]> =>
    db().project.findMany({
      where: { deletedAt: null, organization: { members: { some: { userId } } } },
      select: { name: true, slug: true, isSample: true },
      orderBy: [{ isSample: "asc" }, { createdAt: "asc" }],
    }),
);
