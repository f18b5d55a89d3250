import type { ReactNode } from "react";
import { interactionAddress } from "#components/dashboard/url/list-link.ts";
import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { ShownInteraction } from "#lib/observe/interactions/index.ts";
import { ContextCard } from "../interactions/detail/context-card.tsx";
import { EditCard, type ShownEdit } from "../interactions/detail/edit-card.tsx";
import { FeedbackCard } from "../interactions/detail/feedback-card.tsx";
import { LongText } from "../interactions/detail/long-text.tsx";
import { ResponseText } from "../interactions/detail/response-text.tsx";
import { ResponseView } from "../interactions/detail/response-view.tsx";

interface AnswerDetailProps {
  interaction: ShownInteraction;
  /** The response as HTML; null where it could not be drawn in time. */
  html: string | null;
  edits: readonly ShownEdit[];
  base: string;
  tz: string;
  /** Where the reader scores the answer, if they may. */
  review: ReactNode;
}

/** An answer that somebody complained about: what was said of it first, then what was asked, said, and given to say it from. */
export function AnswerDetail({ interaction, html, edits, base, tz, review }: AnswerDetailProps) {
  const { interactionId, featureName, modelName, promptTemplate, promptVersion, createdAt, input } =
    interaction;
  const page = interactionAddress(base, interactionId, "");
  const place = { page, whole: null };
  const prompt = [promptTemplate, promptVersion].filter(Boolean).join(" ");
  return (
    <Stack>
      <div>
        <h2 className="wrap-anywhere font-semibold text-ink text-lg">
          <Link href={page} className="hover:underline">
            {featureName}
          </Link>
        </h2>
        <p className="wrap-anywhere text-faint text-sm">
          {[modelName, prompt, formatMoment(createdAt, tz)].filter(Boolean).join(" · ")}
        </p>
      </div>
      <FeedbackCard feedback={interaction.feedback} place={place} tz={tz} />
      {input?.text && (
        <Card title="Input">
          <LongText shown={input} name="input" place={place} />
        </Card>
      )}
      <ResponseView
        interactionId={interactionId}
        response={interaction.response}
        place={place}
        annotations={interaction.annotations}
        tz={tz}
      >
        <ResponseText response={interaction.response} html={html} place={place} />
      </ResponseView>
      {edits.map((shown) => (
        <EditCard key={shown.edit.feedbackId} shown={shown} place={place} tz={tz} />
      ))}
      {interaction.passages.length > 0 && <ContextCard passages={interaction.passages} place={place} />}
      {review}
    </Stack>
  );
}
