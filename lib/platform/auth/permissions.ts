import type { Role } from "#lib/domain/role.ts";

/** What a member may do in a project. */
export type Action = "view" | "label" | "edit_prompts" | "manage_keys" | "manage_project";

const allowed: Record<Role, readonly Action[]> = {
  owner: ["view", "label", "edit_prompts", "manage_keys", "manage_project"],
  admin: ["view", "label", "edit_prompts", "manage_keys", "manage_project"],
  editor: ["view", "label", "edit_prompts"],
  reviewer: ["view", "label"],
  viewer: ["view"],
};

/** Whether a member with this role may do this. */
export const can = (role: Role, action: Action): boolean => allowed[role].includes(action);
