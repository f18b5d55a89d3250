import { capitalize } from "#components/format/capitalize.ts";
import { formatCost, formatCount, formatDuration } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { cohortKinds, dimensions } from "#lib/domain/dimensions.ts";
import type { ShownInteraction } from "#lib/observe/interactions/index.ts";

/** What is known of an interaction in single values; what is not known is left out. */
export function InteractionFacts({ interaction }: { interaction: ShownInteraction }) {
  const facts = factsOf(interaction).filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <Card title="Details" actions={<CopyButton text={interaction.interactionId} label="Copy ID" />}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="text-right wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function factsOf(one: ShownInteraction): [string, string | null][] {
  const count = (value: number | null) => (value === null ? null : formatCount(value));
  return [
    ["ID", one.interactionId],
    ["Model", one.modelName],
    ["Prompt template", one.promptTemplate],
    ["Prompt version", one.promptVersion],
    ["Latency", one.responseLatencyMs === null ? null : formatDuration(one.responseLatencyMs)],
    ["Input tokens", count(one.inputTokens)],
    ["Output tokens", count(one.outputTokens)],
    ["Tokens", count(one.tokenCount)],
    ["Cost", one.costUsd === null ? null : formatCost(one.costUsd)],
    ["Finish reason", one.finishReason],
    ["Status", one.inProgress ? "In progress" : null],
    ...cohortKinds.map((kind): [string, string | null] => [capitalize(dimensions[kind].name), one[kind]]),
    ["Experiment", one.experiment],
    ["Variant", one.variant],
    ["Session", one.sessionId],
    ["User", one.userHash && `${one.userHash.slice(0, 12)}…`],
  ];
}
