import type { Metadata } from "next";
import type { ReactNode } from "react";
import { readerTheme } from "#app/reader-theme.ts";
import { AppShell } from "#components/dashboard/shell/app-shell.tsx";
import { TimeZone } from "#components/dashboard/shell/time-zone.tsx";
import { countItems } from "#lib/act/inbox/index.ts";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { readerZone } from "../read-page.ts";

interface ProjectLayoutProps {
  params: Promise<{ project: string }>;
  children: ReactNode;
}

/** Every page of a project is titled with its name. */
export async function generateMetadata({ params }: ProjectLayoutProps): Promise<Metadata> {
  const { project } = await pageAccess((await params).project);
  return { title: { default: project.name, template: `%s · ${project.name} · Whetstone` } };
}

/** How far unread items are counted for the navigation: it is on every page, so it must cost next to nothing. */
const COUNTED = 200;

/** The largest number that the navigation shows. Several complaints may be of one answer, so fewer than counted are found. */
const SHOWN_MAX = 99;

/** How many items of the inbox nobody looked at; null for none. */
async function countUnread(projectId: string): Promise<string | null> {
  const { unread, complete } = await countItems(projectId, "unread", COUNTED);
  if (unread > SHOWN_MAX) return `${SHOWN_MAX}+`;
  return unread === 0 ? null : `${unread}${complete ? "" : "+"}`;
}

/** The frame of a project's pages, for its members only. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { project, projects, user, role } = await pageAccess((await params).project);
  const [theme, tz, unread] = await Promise.all([
    readerTheme(),
    readerZone(),
    countUnread(project.projectId),
  ]);
  return (
    <AppShell
      project={{ name: project.name, slug: project.slug }}
      projects={projects}
      unread={unread}
      mayManage={can(role, "manage_project")}
      user={{ name: user.name, email: user.email }}
      theme={theme}
    >
      <TimeZone known={tz} />
      {children}
    </AppShell>
  );
}
