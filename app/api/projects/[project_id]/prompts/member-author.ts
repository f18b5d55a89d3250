import type { PromptAuthor } from "#lib/act/prompts/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import type { Membership, SignedIn } from "#lib/platform/auth/session.ts";

/** The author that a member of a project is. */
export const memberAuthor = ({
  user,
  role,
}: Pick<Membership, "role"> & { user: SignedIn }): PromptAuthor => ({
  name: user.name,
  mayMoveProtected: can(role, "manage_project"),
});
