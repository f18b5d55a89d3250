import { joinClasses } from "./join-classes.ts";
import { Link } from "./link.tsx";

interface SegmentedLinksProps {
  label: string;
  links: readonly { href: string; label: string; count?: string; here: boolean }[];
}

/** A choice between two or three pages of one thing, each with how much there is where that is known, in one frame. */
export function SegmentedLinks({ label, links }: SegmentedLinksProps) {
  return (
    <nav
      aria-label={label}
      className="inline-flex shrink-0 rounded-md border border-line bg-sunken p-0.5 text-sm"
    >
      {links.map(({ href, label: words, count, here }) => (
        <Link
          key={href}
          href={href}
          aria-current={here ? "page" : undefined}
          className={joinClasses(
            "flex items-center gap-1.5 rounded px-2.5 py-1 font-medium transition-colors pointer-coarse:px-3 pointer-coarse:py-2",
            here ? "bg-surface text-ink shadow-small" : "text-faint hover:text-ink",
          )}
        >
          {words}
          {count !== undefined && <span className="font-normal text-faint tabular-nums">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
