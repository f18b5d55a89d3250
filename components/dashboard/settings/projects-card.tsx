"use client";

import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { ProjectLink } from "#lib/platform/auth/page-access.ts";
import { NewProject } from "../setup/new-project.tsx";

interface ProjectsCardProps {
  projects: readonly ProjectLink[];
  here: string;
  mayManage: boolean;
}

/** The reader's projects, and a way to another. */
export function ProjectsCard({ projects, here, mayManage }: ProjectsCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <div id="projects" className="scroll-mt-16">
      <Card
        title="Projects"
        note="Projects are separate: each has its own data, keys and metrics."
        flush
        actions={
          mayManage && (
            <Button size="small" onClick={() => setOpen(true)}>
              New project
            </Button>
          )
        }
      >
        <ul className="divide-y divide-line border-line border-t">
          {projects.map(({ name, slug, isSample }) => (
            <li key={slug} className="flex items-center gap-2 px-4 py-2.5 text-sm">
              <Link href={`/${slug}`} className="font-medium hover:underline">
                {name}
              </Link>
              <span className="truncate text-faint">/{slug}</span>
              {slug === here && <Badge tone="accent">current</Badge>}
              {isSample && <Badge>sample</Badge>}
            </li>
          ))}
        </ul>
        <Dialog open={open} onClose={() => setOpen(false)} title="New project">
          <NewProject />
        </Dialog>
      </Card>
    </div>
  );
}
