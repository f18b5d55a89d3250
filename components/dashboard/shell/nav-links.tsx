"use client";

import type { LucideIcon } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useId } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import { withParams } from "../url/address.ts";
import { filterNames, windowNames } from "../url/filter-names.ts";
import { isHere, navElsewhere, navGroups } from "./nav-pages.ts";

/** What stays chosen from one page to the next. */
const kept: readonly string[] = [...windowNames, ...filterNames];

interface NavLinksProps {
  slug: string;
  /** How many items of the inbox nobody looked at; null for none. */
  unread: string | null;
  onLeave?: () => void;
}

/** The pages of a project, with the window and the filters of the page at hand. */
export function NavLinks({ slug, unread, onLeave }: NavLinksProps) {
  const here = usePathname();
  const chosen = keptParams(useSearchParams());
  const base = `/${slug}`;
  return (
    <nav aria-label="Project" className="space-y-2">
      {navGroups.map(({ label, pages }) => (
        <Group key={label} label={label}>
          {pages.map((page) => (
            <Entry
              key={page.path}
              icon={page.icon}
              label={page.label}
              href={page.filtered ? withParams(base + page.path, chosen, {}) : base + page.path}
              active={isHere(page, base, here)}
              count={page.path === "/inbox" ? unread : null}
              onLeave={onLeave}
            />
          ))}
        </Group>
      ))}
      <Group label="Developers">
        {navElsewhere(slug).map((place) => (
          <Entry key={place.href} {...place} active={false} count={null} onLeave={onLeave} />
        ))}
      </Group>
    </nav>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <p id={id} className="px-2 pb-0.5 font-medium text-2xs text-faint">
        {label}
      </p>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}

interface EntryProps {
  href: string;
  icon: LucideIcon;
  label: string;
  active: boolean;
  /** How much is new there. */
  count: string | null;
  onLeave: (() => void) | undefined;
}

function Entry({ href, icon: Icon, label, active, count, onLeave }: EntryProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={active ? "page" : undefined}
        onClick={onLeave}
        className={joinClasses(
          "flex h-7 items-center gap-2.5 rounded-md px-2 font-medium text-sm transition-colors pointer-coarse:h-11",
          active ? "bg-hover text-ink" : "text-soft hover:bg-hover hover:text-ink",
        )}
      >
        <Icon aria-hidden className={joinClasses("size-4", active ? "text-accent" : "text-faint")} />
        {label}
        {count !== null && (
          <span className="ml-auto rounded bg-accent-tint px-1.5 font-medium text-2xs text-accent tabular-nums">
            {count}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </Link>
    </li>
  );
}

function keptParams(current: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...current].filter(([name]) => kept.includes(name)));
}
