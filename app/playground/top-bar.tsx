import { buttonClasses } from "#components/ui/button-classes.ts";
import { Logo } from "#components/ui/logo.tsx";
import { ThemeToggle } from "#components/ui/theme-toggle.tsx";
import { ProjectChoice } from "./project-choice.tsx";

interface TopBarProps {
  projects: readonly { name: string; slug: string }[];
  /** The chosen project; null when the reader has none. */
  slug: string | null;
  theme: "system" | "light" | "dark";
}

/** The bar above the playground: its name, the project, and links back. */
export function TopBar({ projects, slug, theme }: TopBarProps) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-surface px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        Skip to the playground
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 sm:px-6">
          <a href={slug ? `/${slug}` : "/"} className="mr-auto flex" aria-label="Whetstone, go to dashboard">
            <Logo className="max-sm:[&>span]:sr-only" />
          </a>
          {slug && projects.length > 1 && <ProjectChoice projects={projects} slug={slug} />}
          <a href="/docs/widgets" className={buttonClasses("quiet", "medium")}>
            Widgets
          </a>
          {slug && (
            <a href={`/${slug}`} className={buttonClasses("quiet", "medium")}>
              Dashboard
            </a>
          )}
          <ThemeToggle initial={theme} />
        </div>
      </header>
    </>
  );
}
