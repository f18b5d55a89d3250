import type { ReactNode } from "react";
import { ShadowsCard } from "#components/dashboard/shadows/shadows-card.tsx";
import { interactionAddress, listAddress } from "#components/dashboard/url/list-link.ts";
import { formatCountOf, formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { SessionPlace, ShownInteraction, ShownText } from "#lib/observe/interactions/index.ts";
import type { ShadowItem } from "#lib/observe/shadows/index.ts";
import { ContextCard } from "./context-card.tsx";
import { EditCard, FurtherEdits, type ShownEdit } from "./edit-card.tsx";
import { FeedbackCard } from "./feedback-card.tsx";
import { InteractionFacts } from "./interaction-facts.tsx";
import { InteractionSteps } from "./interaction-steps.tsx";
import { LongText, ShowAll, type WholePlace } from "./long-text.tsx";
import { ResponseText } from "./response-text.tsx";
import { ResponseView } from "./response-view.tsx";
import { SessionCard } from "./session-card.tsx";
import { SignalsCard } from "./signals-card.tsx";

interface InteractionViewProps {
  interaction: ShownInteraction;
  /** The response as HTML; null where it could not be drawn in time. */
  html: string | null;
  /** The edits that are compared. */
  edits: readonly ShownEdit[];
  /** The name of the text that is shown whole. */
  whole: string | null;
  base: string;
  tz: string;
  /** The query of the list that it was opened from. */
  query: string;
  /** The ids above and below it in that list. */
  beside: { newer: string | null; older: string | null };
  session: SessionPlace | null;
  /** Answers of candidates to the same input. */
  shadows: readonly ShadowItem[];
  /** Where the reader scores the answer, if they may. */
  review: ReactNode;
}

/** One answer: what was asked, what the model was given, what it said, and what became of it. */
export function InteractionView(props: InteractionViewProps) {
  const { interaction, html, edits, whole, base, tz, query, beside, session, shadows, review } = props;
  const toOther = (id: string | null) => id && interactionAddress(base, id, query);
  const { passages } = interaction;
  const corrections = interaction.feedback.filter(({ correctionLength }) => correctionLength !== null);
  const place = { page: interactionAddress(base, interaction.interactionId, query), whole };
  return (
    <>
      <InteractionSteps
        list={listAddress(base, query, interaction.interactionId)}
        newer={toOther(beside.newer)}
        older={toOther(beside.older)}
      />
      <PageHeader
        title={interaction.featureName}
        note={`${interaction.modelName} · ${formatMoment(interaction.createdAt, tz)}`}
      />
      {interaction.votersRefusedAt && (
        <Notice tone="warn" className="mb-4">
          Some ratings of this answer were rejected: it was logged without user_id and session_id, and more
          devices rated it than the project settings allow, the last on{" "}
          {formatMoment(interaction.votersRefusedAt, tz)}. The ratings below may come from one person.
        </Notice>
      )}
      <InBursts feedback={interaction.feedback} base={base} />
      {interaction.clipped.length > 0 && (
        <Notice tone="warn" className="mb-4">
          Parts of this interaction were too large to store:
          <ul className="mt-1 list-disc pl-5">
            {interaction.clipped.map(({ path, message }) => (
              <li key={path} className="wrap-anywhere">
                <code className="font-mono text-xs">{path}</code>: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <Stack>
          {interaction.input?.text && (
            <Card title="Input">
              <LongText shown={interaction.input} name="input" place={place} />
            </Card>
          )}
          <ResponseView
            interactionId={interaction.interactionId}
            response={interaction.response}
            place={place}
            annotations={interaction.annotations}
            tz={tz}
          >
            <ResponseText response={interaction.response} html={html} place={place} />
          </ResponseView>
          <ShadowsCard
            shown={{ ...interaction, responseText: interaction.response.text }}
            shadows={shadows}
          />
          {edits.map((shown) => (
            <EditCard key={shown.edit.feedbackId} shown={shown} place={place} tz={tz} />
          ))}
          <FurtherEdits count={corrections.length - edits.length} />
          {interaction.prompt?.text && (
            <Card title="Prompt" note="As sent to the model">
              <LongText shown={interaction.prompt} name="prompt" place={place} mono />
            </Card>
          )}
          {passages.length > 0 && <ContextCard passages={passages} place={place} />}
        </Stack>
        <Stack>
          <FeedbackCard feedback={interaction.feedback} place={place} tz={tz} />
          {review}
          <SessionCard
            place={session}
            sessionId={interaction.sessionId ?? ""}
            interactionId={interaction.interactionId}
            base={base}
            tz={tz}
            query={query}
            all={listAddress(base, sessionQuery(interaction))}
          />
          <SignalsCard signals={interaction.signals} tz={tz} />
          <InteractionFacts interaction={interaction} />
          <JsonCard
            title="Prompt variables"
            value={interaction.promptVariables}
            name="prompt_variables"
            place={place}
          />
          <JsonCard
            title="Model parameters"
            value={interaction.modelParams}
            name="model_params"
            place={place}
          />
          <JsonCard title="Tool calls" value={interaction.toolCalls} name="tool_calls" place={place} />
          <JsonCard title="Citations" value={interaction.citations} name="citations" place={place} />
          <JsonCard title="Metadata" value={interaction.metadata} name="metadata" place={place} />
        </Stack>
      </div>
    </>
  );
}

/** That ratings of the answer belong to bursts; nothing where none does. */
function InBursts({ feedback, base }: Pick<ShownInteraction, "feedback"> & { base: string }) {
  const flagged = feedback.filter(({ burstId }) => burstId !== null);
  if (flagged.length === 0) return null;
  const isLeftOut = flagged.some(({ leftOut }) => leftOut);
  return (
    <Notice tone={isLeftOut ? "info" : "warn"} className="mb-4">
      {formatCountOf(flagged.length, "rating")} below came in a burst of votes that this project's history
      does not explain.{isLeftOut && " Marked ratings are excluded from all metrics."}{" "}
      <Link href={`${base}/bursts`} className="font-medium underline">
        View bursts
      </Link>
    </Notice>
  );
}

/** The list of the turns of its session within a year. */
function sessionQuery({ sessionId }: ShownInteraction): string {
  return new URLSearchParams({ days: "365", session: sessionId ?? "" }).toString();
}

interface JsonCardProps {
  title: string;
  /** JSON, or its beginning. */
  value: ShownText | null;
  name: string;
  place: WholePlace;
}

/** A stored value as JSON; nothing where there is none. */
function JsonCard({ title, value, name, place }: JsonCardProps) {
  if (value === null) return null;
  return (
    <Card title={title}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`${title} as JSON`}
        className="max-h-80 overflow-auto rounded-md bg-sunken p-3"
      >
        <pre className="font-mono text-xs leading-5">
          {value.text}
          {value.cut && "…"}
        </pre>
      </section>
      <ShowAll shown={value} name={name} place={place} />
    </Card>
  );
}
