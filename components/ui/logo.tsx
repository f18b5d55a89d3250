import { joinClasses } from "./join-classes.ts";

/** The mark: a blade over its stone, with the name unless `bare`. */
export function Logo({ bare = false, className }: { bare?: boolean; className?: string }) {
  return (
    <span className={joinClasses("inline-flex items-center gap-2 font-semibold tracking-tight", className)}>
      <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="fill-accent" />
        <path d="M7 21.5 20.5 8l4.5 4.5L15.5 22H7z" className="fill-on-accent" />
        <path
          d="M7 25.5h18"
          className="stroke-on-accent"
          strokeWidth="2"
          strokeLinecap="round"
          opacity=".65"
        />
      </svg>
      <span className={bare ? "sr-only" : undefined}>Whetstone</span>
    </span>
  );
}
