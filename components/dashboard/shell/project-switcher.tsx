"use client";

import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu } from "#components/ui/overlays/menu.tsx";
import type { ProjectLink } from "#lib/platform/auth/page-access.ts";
import { NewProject } from "../setup/new-project.tsx";

interface ProjectSwitcherProps {
  slug: string;
  name: string;
  projects: readonly ProjectLink[];
  /** Whether the reader may make projects. */
  mayManage: boolean;
}

const entry =
  "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2";

/** The project at hand, the way to the others, and to a new one. */
export function ProjectSwitcher({ slug, name, projects, mayManage }: ProjectSwitcherProps) {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <Menu
        panelClassName="flex max-h-[min(24rem,calc(100dvh-7rem))] w-[min(17rem,80vw)] flex-col"
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
          <>
            <ul className="min-h-0 overflow-y-auto">
              {projects.map((project) => (
                <li key={project.slug}>
                  <ProjectEntry project={project} active={project.slug === slug} onLeave={close} />
                </li>
              ))}
            </ul>
            {mayManage && (
              <div className="mt-1 border-line border-t pt-1">
                <button
                  type="button"
                  onClick={() => {
                    close();
                    setCreating(true);
                  }}
                  className={joinClasses(entry, "text-soft")}
                >
                  <Plus aria-hidden className="size-4" />
                  New project
                </button>
              </div>
            )}
          </>
        )}
      </Menu>
      <Dialog open={creating} onClose={() => setCreating(false)} title="New project">
        <NewProject />
      </Dialog>
    </>
  );
}

interface ProjectEntryProps {
  project: ProjectLink;
  active: boolean;
  onLeave: () => void;
}

function ProjectEntry({ project, active, onLeave }: ProjectEntryProps) {
  return (
    <Link
      href={`/${project.slug}`}
      aria-current={active ? "true" : undefined}
      onClick={onLeave}
      className={entry}
    >
      <ProjectMark name={project.name} />
      <span className="min-w-0 flex-1 truncate">{project.name}</span>
      {project.isSample && <Badge>sample</Badge>}
      {active && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
    </Link>
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
