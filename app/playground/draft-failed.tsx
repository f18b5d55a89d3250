import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DraftFailure } from "./draft-state.ts";

/** Why there is no new draft, and what can be done now. */
export function DraftFailed({
  failure,
  slug,
  onRetry,
}: {
  failure: DraftFailure;
  slug: string;
  onRetry: () => void;
}) {
  const back = encodeURIComponent(`/playground?project=${encodeURIComponent(slug)}`);
  return (
    <Notice tone="bad" className="mb-4">
      <p>No draft was written. {failure.message}</p>
      <div className="mt-2">
        {failure.signedOut ? (
          <ButtonLink size="small" href={`/sign-in?next=${back}`}>
            Sign in
          </ButtonLink>
        ) : (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </Notice>
  );
}
