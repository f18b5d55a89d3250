import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { MobileBar } from "./mobile-bar.tsx";
import { NavLinks } from "./nav-links.tsx";
import { ProjectSwitcher } from "./project-switcher.tsx";
import type { ShellProps } from "./shell-props.ts";
import { UserBar } from "./user-bar.tsx";

/** The frame around every page of a project: a sidebar where there is room, else a top bar with a sheet. */
export function AppShell({ children, ...shell }: ShellProps & { children: ReactNode }) {
  const { project, projects, mayManage, user, theme } = shell;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-md bg-accent text-on-accent text-sm focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3! focus:py-2!"
      >
        Skip to content
      </a>
      <header className="contents">
        <MobileBar {...shell} />
        {/* Above the page, which its menus lie over. */}
        <div className="sticky top-0 z-20 hidden h-dvh flex-col border-line border-r px-3 py-3.5 lg:flex">
          <Link href={`/${project.slug}`} className="mb-3.5 self-start rounded px-1.5 text-lg">
            <Logo />
          </Link>
          <ProjectSwitcher {...project} projects={projects} mayManage={mayManage} />
          <div className="-mx-1 mt-3 min-h-0 flex-1 overflow-y-auto px-1 py-1">
            <NavLinks slug={project.slug} unread={shell.unread} />
          </div>
          <UserBar user={user} theme={theme} />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-[1240px] px-4 pt-5 pb-16 focus:outline-none sm:px-6 lg:px-8 lg:pt-6"
      >
        {children}
      </main>
    </div>
  );
}
