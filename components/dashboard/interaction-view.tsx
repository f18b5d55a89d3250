import type { InteractionDetail } from "#lib/observe/interactions/index";
import { Card } from "../ui/card.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { Stack } from "../ui/stack.tsx";
import { AnnotationsCard } from "./annotations-card.tsx";
import { BackLink } from "./back-link.tsx";
import { ContextCard } from "./context-card.tsx";
import { contextPassages } from "./context-passages.ts";
import { EditCard } from "./edit-card.tsx";
import { FeedbackCard } from "./feedback-card.tsx";
import { InteractionFacts } from "./interaction-facts.tsx";
import { JsonCard } from "./json-card.tsx";
import { LongText } from "./long-text.tsx";
import { MarkdownText } from "./markdown-text.tsx";
import { SignalsCard } from "./signals-card.tsx";
import { momentWords } from "./words.ts";

interface InteractionViewProps {
  interaction: InteractionDetail;
  base: string;
  tz: string;
}

/** One answer: what was asked, what the model was given, what it said, and what became of it. */
export function InteractionView({ interaction, base, tz }: InteractionViewProps) {
  const passages = contextPassages(interaction.retrievedContext);
  const edits = interaction.feedback.filter(({ correctionText }) => correctionText !== null);
  return (
    <>
      <BackLink href={`${base}/interactions`}>Interactions</BackLink>
      <PageHeader
        title={interaction.featureName}
        note={`${interaction.modelName} · ${momentWords(interaction.createdAt, tz)}`}
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <Stack>
          {interaction.input && (
            <Card title="Input">
              <LongText text={interaction.input} />
            </Card>
          )}
          <Card title="Response">
            <MarkdownText text={interaction.responseText} />
          </Card>
          <AnnotationsCard annotations={interaction.annotations} tz={tz} />
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
          <SignalsCard signals={interaction.signals} tz={tz} />
          <InteractionFacts interaction={interaction} />
          <JsonCard title="Model parameters" value={interaction.modelParams} />
          <JsonCard title="Citations" value={interaction.citations} />
          <JsonCard title="Metadata" value={interaction.metadata} />
        </Stack>
      </div>
    </>
  );
}
