import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "#lib/domain/role.ts";
import { db } from "../db/client.ts";
import { currentSession, type Membership, membership, type SignedIn } from "./session.ts";

/** Another project of the reader, for the switcher. */
export interface ProjectLink {
  name: string;
  slug: string;
  isSample: boolean;
}

/** What a page of a project may know of its reader. */
export interface PageAccess {
  project: Pick<Membership["project"], "projectId" | "name" | "slug" | "isSample" | "createdAt">;
  projects: ProjectLink[];
  user: SignedIn;
  role: Role;
}

/** The reader of a project's page; sends who is not signed in to /sign-in, and who is no member to "not found". */
export const pageAccess = cache(async (projectSlug: string): Promise<PageAccess> => {
  const asked = await headers();
  const user = await currentSession(asked);
  // Under plain `next start` nobody has named the address: then it is the project's first page.
  const address = asked.get("x-whetstone-address") ?? `/${projectSlug}`;
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(address)}`);
  const found = await membership(user.userId, { slug: projectSlug });
  if (!found) notFound();
  const { projectId, name, slug, isSample, createdAt } = found.project;
  return {
    project: { projectId, name, slug, isSample, createdAt },
    projects: await projectsOf(user.userId),
    user,
    role: found.role,
  };
});

/** The reader of a page that belongs to no project, and their first project; null when nobody is signed in. */
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
