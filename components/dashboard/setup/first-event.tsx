import { Radio } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { firstEventCurl, KEY_PLACEHOLDER } from "./first-event-code.ts";
import { SampleLoader } from "./sample-loader.tsx";

interface FirstEventProps {
  origin: string;
  /** The project's path: "/my-project". */
  base: string;
  /** The organization's sample project; null where there is none. */
  sampleSlug: string | null;
  mayManage: boolean;
}

/** The page of a project without data: how to send the first event, and sample data to explore. */
export function FirstEvent({ origin, base, sampleSlug, mayManage }: FirstEventProps) {
  return (
    <Card>
      <EmptyState icon={Radio} title="Waiting for the first event">
        Log an AI answer and its rating with one request. The metrics appear here immediately.
      </EmptyState>
      <div className="mx-auto -mt-3 max-w-2xl space-y-4 pb-6">
        <CodeBlock label="First rating" code={firstEventCurl(origin, KEY_PLACEHOLDER)} />
        <div className="flex flex-wrap justify-center gap-2">
          <ButtonLink href={`${base}/settings`} tone="primary">
            Get an API key
          </ButtonLink>
          <ButtonLink href={`/playground?project=${base.slice(1)}`}>Try the playground</ButtonLink>
          <ButtonLink href="/docs/widgets">Embed the widgets</ButtonLink>
        </div>
        <SampleOffer {...{ base, sampleSlug, mayManage }} />
      </div>
    </Card>
  );
}

/** Opens the sample project, or loads it for those who may. */
function SampleOffer({ base, sampleSlug, mayManage }: Omit<FirstEventProps, "origin">) {
  if (sampleSlug === null ? !mayManage : base === `/${sampleSlug}`) return null;
  return (
    <section className="space-y-2 border-line border-t pt-4 text-center">
      <h2 className="font-semibold text-sm">Explore sample data first</h2>
      <p className="text-faint text-sm">
        The sample project contains 90 days of generated answers and ratings.
      </p>
      {sampleSlug === null ? (
        <SampleLoader />
      ) : (
        <ButtonLink href={`/${sampleSlug}`}>Open sample project</ButtonLink>
      )}
    </section>
  );
}
