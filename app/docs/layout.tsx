import { BookOpen, Gauge, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { ThemeToggle } from "#components/ui/theme-toggle.tsx";
import { readerTheme } from "../reader-theme.ts";

/** The frame of the guides: open to everybody, signed in or not. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="sr-only rounded-md bg-surface px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        Skip to content
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-6xl items-center gap-x-2 px-4 py-2.5 sm:px-6">
          <Link href="/" className="mr-auto flex" aria-label="Whetstone dashboard">
            <Logo className="max-sm:[&>span]:sr-only" />
          </Link>
          <ButtonLink href="/docs" tone="quiet">
            <BookOpen aria-hidden className="size-3.5 max-sm:hidden" />
            Docs
          </ButtonLink>
          <ButtonLink href="/playground" tone="quiet">
            <PenLine aria-hidden className="size-3.5 max-sm:hidden" />
            Playground
          </ButtonLink>
          <ButtonLink href="/" tone="quiet">
            <Gauge aria-hidden className="size-3.5 max-sm:hidden" />
            Dashboard
          </ButtonLink>
          <ThemeToggle initial={await readerTheme()} />
        </div>
      </header>
      {children}
    </>
  );
}
