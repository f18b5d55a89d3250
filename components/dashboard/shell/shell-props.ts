import type { ProjectLink } from "#lib/platform/auth/page-access.ts";

/** What the frame around every page of a project shows. */
export interface ShellProps {
  project: { name: string; slug: string };
  projects: readonly ProjectLink[];
  /** Whether the reader may make projects. */
  mayManage: boolean;
  user: { name: string; email: string };
  theme: "system" | "light" | "dark";
}
