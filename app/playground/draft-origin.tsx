import { ArrowUpRight } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** The id under which a draft was logged, and the way to it. */
export function DraftOrigin({ interactionId, slug }: { interactionId: string; slug: string }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t pt-3 text-faint text-xs">
      <span>
        Interaction <code className="break-all font-mono">{interactionId}</code>
      </span>
      <CopyButton text={interactionId} what="interaction id" />
      <a
        href={`/${slug}/interactions/${encodeURIComponent(interactionId)}`}
        className="ml-auto inline-flex items-center gap-1 rounded font-medium text-accent hover:underline"
      >
        See it on the dashboard
        <ArrowUpRight aria-hidden className="size-3.5" />
      </a>
    </div>
  );
}
