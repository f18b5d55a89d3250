"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { NavLinks } from "./nav-links.tsx";
import { ProjectSwitcher } from "./project-switcher.tsx";
import type { ShellProps } from "./shell-props.ts";
import { UserBar } from "./user-bar.tsx";

/** The narrow screen's top: the project, and a sheet with the pages. */
export function MobileBar({ project, projects, unread, mayManage, user, theme }: ShellProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="sticky top-0 z-20 flex items-center gap-2 border-line border-b bg-canvas/95 px-3 py-2 backdrop-blur lg:hidden">
      <IconButton
        label="Open menu"
        icon={<MenuIcon aria-hidden className="size-5" />}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      />
      <div className="min-w-0 flex-1">
        <ProjectSwitcher {...project} projects={projects} mayManage={mayManage} />
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title="Whetstone" place="side">
        <div className="flex h-full flex-col gap-4 pt-2">
          <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 py-1">
            <NavLinks slug={project.slug} unread={unread} onLeave={() => setOpen(false)} />
          </div>
          <UserBar user={user} theme={theme} />
        </div>
      </Dialog>
    </div>
  );
}
