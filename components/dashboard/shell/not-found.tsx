import { Compass } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** What stands where there is nothing, or nothing for this reader. */
export function NotThere() {
  return (
    <div className="mx-auto max-w-md py-16 text-center">
      <title>Not there · Whetstone</title>
      <Compass aria-hidden className="mx-auto mb-3 size-8 text-faint" />
      <h1 className="font-semibold text-lg">There is nothing here</h1>
      <p className="mt-1 text-faint text-sm">
        It was deleted, the address is wrong, or it belongs to a project that you are not a member of.
      </p>
      <ButtonLink href="/" tone="primary" className="mt-4">
        To your projects
      </ButtonLink>
    </div>
  );
}
