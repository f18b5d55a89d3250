import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

interface AgainstLinkProps {
  /** What the row is called. */
  name: string;
  /** Whether it is the current reference. */
  isReference: boolean;
  /** The page with this row as reference. */
  href: string;
}

/** Sets the reference of a comparison. */
export function AgainstLink({ name, isReference, href }: AgainstLinkProps) {
  if (isReference) return <Badge tone="accent">Reference</Badge>;
  return (
    <ButtonLink
      href={href}
      size="small"
      scroll={false}
      aria-label={`Set as reference: ${name}`}
      data-no-picture=""
    >
      Set as reference
    </ButtonLink>
  );
}
