"use client";

import {
  Boxes,
  ChartNoAxesCombined,
  FlaskConical,
  Layers,
  MessagesSquare,
  Settings,
  ShieldCheck,
  Tags,
} from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { joinClasses } from "../ui/join-classes.ts";
import { withParams } from "./address.ts";
import { filterNames, windowNames } from "./filter-names.ts";

/** What stays chosen from one page to the next. */
const kept: readonly string[] = [...windowNames, ...filterNames];

const pages = [
  { path: "", label: "Overview", icon: ChartNoAxesCombined, filtered: true },
  { path: "/interactions", label: "Interactions", icon: MessagesSquare, filtered: true },
  { path: "/categories", label: "Categories", icon: Tags, filtered: true },
  { path: "/models", label: "Models", icon: Boxes, filtered: true },
  { path: "/features", label: "Features", icon: Layers, filtered: true },
  { path: "/privacy", label: "Privacy", icon: ShieldCheck, filtered: false },
  { path: "/settings", label: "Settings", icon: Settings, filtered: false },
];

/** The pages of a project, with the window and the filters of the page at hand. */
export function NavLinks({ slug, onLeave }: { slug: string; onLeave?: () => void }) {
  const here = usePathname();
  const chosen = keptParams(useSearchParams());
  const base = `/${slug}`;
  return (
    <nav aria-label="Project">
      <ul className="space-y-0.5">
        {pages.map(({ path, label, icon: Icon, filtered }) => {
          const to = base + path;
          const active = path === "" ? here === base : here === to || here.startsWith(`${to}/`);
          return (
            <li key={label}>
              <Link
                href={filtered ? withParams(to, chosen, {}) : to}
                aria-current={active ? "page" : undefined}
                onClick={onLeave}
                className={linkClasses(active)}
              >
                <Icon aria-hidden className={joinClasses("size-4", active ? "text-accent" : "text-faint")} />
                {label}
              </Link>
            </li>
          );
        })}
        <li className="mt-3 border-line border-t pt-3">
          <Link href={`/playground?project=${slug}`} onClick={onLeave} className={linkClasses(false)}>
            <FlaskConical aria-hidden className="size-4 text-faint" />
            Playground
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function keptParams(current: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...current].filter(([name]) => kept.includes(name)));
}

const linkClasses = (active: boolean): string =>
  joinClasses(
    "flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-sm transition-colors pointer-coarse:h-11",
    active ? "bg-hover text-ink" : "text-soft hover:bg-hover hover:text-ink",
  );
