import type { ProjectLink } from "#lib/platform/auth/page-access.ts";

/** What the frame around every page of a project shows. */
export interface ShellProps {
  project: { name: string; slug: string };
  projects: readonly ProjectLink[];
  /** How many items of the inbox nobody looked at: "12", "99+"; null for none. */
  unread: string | null;
  /** Whether the reader may make projects. */
  mayManage: boolean;
  user: { name: string; email: string };
  theme: "system" | "light" | "dark";
}
