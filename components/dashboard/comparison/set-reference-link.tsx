import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

interface AgainstLinkProps {
  /** What the row is called. */
  name: string;
  /** Whether the others are held against it now. */
  isReference: boolean;
  /** The page with the others held against it. */
  href: string;
}

/** Chooses the row that the others are held against. */
export function AgainstLink({ name, isReference, href }: AgainstLinkProps) {
  if (isReference) return <Badge tone="accent">Reference</Badge>;
  return (
    <ButtonLink
      href={href}
      size="small"
      scroll={false}
      aria-label={`Compare with this: ${name}`}
      data-no-picture=""
    >
      Compare with this
    </ButtonLink>
  );
}
