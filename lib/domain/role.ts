import { z } from "zod";

/** What a member is in an organization, from most to least. */
export const roleSchema = z.enum(["owner", "admin", "editor", "reviewer", "viewer"]);

/** What a member is in an organization. */
export type Role = z.infer<typeof roleSchema>;
