import type { InteractionDetail, SessionPlace } from "#lib/observe/interactions/index";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Stack } from "../ui/stack.tsx";
import { ContextCard } from "./context-card.tsx";
import { contextPassages } from "./context-passages.ts";
import { EditCard } from "./edit-card.tsx";
import { FeedbackCard } from "./feedback-card.tsx";
import { InteractionFacts } from "./interaction-facts.tsx";
import { InteractionSteps } from "./interaction-steps.tsx";
import { JsonCard } from "./json-card.tsx";
import { interactionAddress, listAddress } from "./list-address.ts";
import { LongText } from "./long-text.tsx";
import { MarkdownText } from "./markdown-text.tsx";
import { ResponseView } from "./response-view.tsx";
import { SessionCard } from "./session-card.tsx";
import { SignalsCard } from "./signals-card.tsx";
import { momentWords } from "./words.ts";

interface InteractionViewProps {
  interaction: InteractionDetail;
  base: string;
  tz: string;
  /** The query of the list that it was opened from. */
  query: string;
  /** The ids above and below it in that list. */
  beside: { newer: string | null; older: string | null };
  session: SessionPlace | null;
}

/** One answer: what was asked, what the model was given, what it said, and what became of it. */
export function InteractionView(props: InteractionViewProps) {
  const { interaction, base, tz, query, beside, session } = props;
  const toOther = (id: string | null) => id && interactionAddress(base, id, query);
  const passages = contextPassages(interaction.retrievedContext);
  const edits = interaction.feedback.filter(({ correctionText }) => correctionText !== null);
  return (
    <>
      <InteractionSteps
        list={listAddress(base, query, interaction.interactionId)}
        newer={toOther(beside.newer)}
        older={toOther(beside.older)}
      />
      <PageHeader
        title={interaction.featureName}
        note={`${interaction.modelName} · ${momentWords(interaction.createdAt, tz)}`}
      />
      {interaction.votersRefusedAt && (
        <Notice tone="warn" className="mb-4">
          Not everybody who rated this answer was heard: it was logged without user_id and session_id, and
          more devices came than the settings page allows, the last on{" "}
          {momentWords(interaction.votersRefusedAt, tz)}. The ratings below may come from one person.
        </Notice>
      )}
      {interaction.clipped.length > 0 && (
        <Notice tone="warn" className="mb-4">
          Some of this interaction was too much to store:
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
          {interaction.input && (
            <Card title="Input">
              <LongText text={interaction.input} />
            </Card>
          )}
          <ResponseView
            interactionId={interaction.interactionId}
            text={interaction.responseText}
            annotations={interaction.annotations}
            tz={tz}
          >
            <MarkdownText text={interaction.responseText} />
          </ResponseView>
          {edits.map((edit) => (
            <EditCard key={edit.feedbackId} before={interaction.responseText} edit={edit} tz={tz} />
          ))}
          {interaction.promptText && (
            <Card title="Prompt" note="As it was sent to the model">
              <LongText text={interaction.promptText} mono />
            </Card>
          )}
          {passages.length > 0 && <ContextCard passages={passages} />}
        </Stack>
        <Stack>
          <FeedbackCard feedback={interaction.feedback} tz={tz} />
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
          <JsonCard title="Model parameters" value={interaction.modelParams} />
          <JsonCard title="Tool calls" value={interaction.toolCalls} />
          <JsonCard title="Citations" value={interaction.citations} />
          <JsonCard title="Metadata" value={interaction.metadata} />
        </Stack>
      </div>
    </>
  );
}

/** The list of the turns of its session within a year. */
function sessionQuery({ sessionId }: InteractionDetail): string {
  return new URLSearchParams({ days: "365", session: sessionId ?? "" }).toString();
}
