import { ArrowLeft, ArrowRight } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { param, type SearchParams, withParams } from "../url/address.ts";

interface PageLinksProps {
  path: string;
  search: SearchParams;
  nextCursor: string | null;
}

/** The way through a long list: back to the newest, on to the older. */
export function PageLinks({ path, search, nextCursor }: PageLinksProps) {
  const current = new URLSearchParams(
    Object.keys(search).flatMap((name) => {
      const value = param(search, name);
      return value ? [[name, value]] : [];
    }),
  );
  const first = !current.has("cursor");
  if (first && !nextCursor) return null;
  return (
    <nav aria-label="Pagination" className="mt-3 flex justify-between gap-2">
      {first ? (
        <span />
      ) : (
        <ButtonLink href={withParams(path, current, { cursor: null })}>
          <ArrowLeft aria-hidden className="size-3.5" />
          Newest
        </ButtonLink>
      )}
      {nextCursor && (
        <ButtonLink href={withParams(path, current, { cursor: nextCursor })}>
          Older
          <ArrowRight aria-hidden className="size-3.5" />
        </ButtonLink>
      )}
    </nav>
  );
}
