import { notFound, redirect } from "next/navigation";
import { draftModel } from "#lib/act/drafts/index.ts";
import { listKeys } from "#lib/platform/api-keys/key-list.ts";
import { playgroundKey } from "#lib/platform/api-keys/playground-key.ts";
import { anySession, type PageAccess, pageAccess } from "#lib/platform/auth/page-access.ts";
import { membership } from "#lib/platform/auth/session.ts";

/** What the playground may know of its reader and of the project that the drafts belong to. */
export interface PlaygroundAccess {
  project: { projectId: string; name: string; slug: string };
  projects: PageAccess["projects"];
  userId: string;
  /** The key that ratings are sent with; null once it was revoked. */
  publishableKey: string | null;
  /** The model that writes; null for the built-in writer. */
  model: string | null;
}

/**
 * The reader's access to the playground of a project, or of their first one; null when they have none. Sends who is
 * not signed in to /sign-in.
 */
export async function playgroundAccess(slug: string | undefined): Promise<PlaygroundAccess | null> {
  const session = await anySession();
  if (!session) {
    const back = slug ? `/playground?project=${encodeURIComponent(slug)}` : "/playground";
    redirect(`/sign-in?next=${encodeURIComponent(back)}`);
  }
  const chosen = slug ?? session.firstProjectSlug;
  if (!chosen) return null;
  const { projects, user } = await pageAccess(chosen);
  const found = await membership(user.userId, { slug: chosen });
  if (!found) notFound();
  const { projectId, name, tokenKey } = found.project;
  return {
    project: { projectId, name, slug: chosen },
    projects,
    userId: user.userId,
    publishableKey: await livingKey(projectId, tokenKey),
    model: draftModel(),
  };
}

/** The playground's key, unless it was revoked. Its prefix identifies it among the project's keys. */
async function livingKey(projectId: string, tokenKey: Uint8Array): Promise<string | null> {
  const { key, prefix } = playgroundKey(tokenKey);
  const listed = (await listKeys(projectId)).find((one) => one.prefix === prefix);
  return listed && !listed.revokedAt ? key : null;
}
