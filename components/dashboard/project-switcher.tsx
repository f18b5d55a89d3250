"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import type { ProjectLink } from "#lib/platform/access/page-access";
import { Badge } from "../ui/badge.tsx";
import { joinClasses } from "../ui/join-classes.ts";
import { Menu } from "../ui/menu.tsx";

interface ProjectSwitcherProps {
  slug: string;
  name: string;
  projects: readonly ProjectLink[];
}

const entry =
  "flex items-center gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2";

/** The project at hand, and the way to the others. */
export function ProjectSwitcher({ slug, name, projects }: ProjectSwitcherProps) {
  return (
    <Menu
      panelClassName="w-[min(17rem,80vw)] max-h-96 overflow-y-auto"
      buttonClassName="flex h-9 w-full min-w-0 items-center gap-2 rounded-md border border-line bg-surface px-2.5 font-medium text-sm shadow-small transition-colors hover:bg-hover pointer-coarse:h-11"
      button={
        <>
          <ProjectMark name={name} />
          <span className="min-w-0 flex-1 truncate text-left">
            <span className="sr-only">Project: </span>
            {name}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </>
      }
    >
      {(close) => (
        <ul>
          {projects.map((project) => (
            <li key={project.slug}>
              <Link
                href={`/${project.slug}`}
                aria-current={project.slug === slug ? "true" : undefined}
                onClick={close}
                className={entry}
              >
                <ProjectMark name={project.name} />
                <span className="min-w-0 flex-1 truncate">{project.name}</span>
                {project.isSample && <Badge>sample</Badge>}
                {project.slug === slug && <Check aria-hidden className="size-4 text-accent" />}
              </Link>
            </li>
          ))}
          <li className="mt-1 border-line border-t pt-1">
            <Link
              href={`/${slug}/settings#projects`}
              onClick={close}
              className={joinClasses(entry, "text-soft")}
            >
              <Plus aria-hidden className="size-4" />
              New project
            </Link>
          </li>
        </ul>
      )}
    </Menu>
  );
}

function ProjectMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded bg-accent-tint font-semibold text-2xs text-accent"
    >
      {name.trim().charAt(0).toUpperCase() || "?"}
    </span>
  );
}
