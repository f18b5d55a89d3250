import { Radio } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { firstEventCurl, KEY_PLACEHOLDER } from "./first-event-code.ts";

/** What a project shows that nothing was ever sent to: how to send the first event. */
export function FirstEvent({ origin, base }: { origin: string; base: string }) {
  return (
    <Card>
      <EmptyState icon={Radio} title="Waiting for the first event">
        Log an AI answer and a rating of it with one call. Its figures appear here at once.
      </EmptyState>
      <div className="mx-auto -mt-3 max-w-2xl space-y-4 pb-6">
        <CodeBlock label="First rating" code={firstEventCurl(origin, KEY_PLACEHOLDER)} />
        <div className="flex flex-wrap justify-center gap-2">
          <ButtonLink href={`${base}/settings`} tone="primary">
            Get a key
          </ButtonLink>
          <ButtonLink href={`${base}/settings#sample`}>Load the sample project</ButtonLink>
          <ButtonLink href={`/playground?project=${base.slice(1)}`}>Try the playground</ButtonLink>
          <ButtonLink href="/docs/widgets">Embed the widgets</ButtonLink>
        </div>
      </div>
    </Card>
  );
}
