import { Link2 } from "lucide-react";
import type { ReactNode } from "react";

/** A part of a guide that can be linked to. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="space-y-4 border-line border-t pt-8 first:border-0 first:pt-0">
      <h2 id={id} className="group flex scroll-mt-6 items-center gap-2 font-semibold text-xl tracking-tight">
        {title}
        <a
          href={`#${id}`}
          aria-label={`Link to ${title}`}
          className="text-faint opacity-0 transition-opacity hover:text-accent focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        >
          <Link2 aria-hidden className="size-4" />
        </a>
      </h2>
      {children}
    </section>
  );
}

/** A heading inside a part. */
export const Subheading = ({ children }: { children: ReactNode }) => (
  <h3 className="pt-2 font-semibold text-base">{children}</h3>
);

/** A paragraph of a guide. */
export const Text = ({ children }: { children: ReactNode }) => (
  <p className="max-w-prose text-base text-soft leading-relaxed">{children}</p>
);

/** A word of code inside a sentence. */
export const Code = ({ children }: { children: ReactNode }) => (
  <code className="wrap-anywhere rounded bg-sunken px-1 font-mono text-[0.92em] text-ink">{children}</code>
);
