import { Compass } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** The page for what does not exist, or not for this reader. */
export function NotThere() {
  return (
    <div className="mx-auto max-w-md py-16 text-center">
      <title>Not found · Whetstone</title>
      <Compass aria-hidden className="mx-auto mb-3 size-8 text-faint" />
      <h1 className="font-semibold text-lg">Page not found</h1>
      <p className="mt-1 text-faint text-sm">
        It may have been deleted, the address may be wrong, or it belongs to a project you are not a member
        of.
      </p>
      <ButtonLink href="/" tone="primary" className="mt-4">
        Go to your projects
      </ButtonLink>
    </div>
  );
}
