import { ArrowLeft } from "lucide-react";
import { Link } from "#components/ui/link.tsx";

/** The way back to the list that a page belongs to, above its title. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="mb-2 inline-flex items-center gap-1 text-faint text-sm hover:text-ink">
      <ArrowLeft aria-hidden className="size-3.5" />
      {children}
    </Link>
  );
}
