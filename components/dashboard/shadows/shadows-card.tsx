import { formatCost, formatCountOf, formatDuration } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { ShadowItem } from "#lib/observe/shadows/index.ts";

/** What the facts of an answer are compared by. */
type Facts = Pick<
  ShadowItem,
  "modelName" | "responseLatencyMs" | "costUsd" | "tokenCount" | "responseText"
> & { promptTemplate: string | null; promptVersion: string | null };

/** How many characters of each answer are shown. */
const TEXT_SHOWN = 4_000;

interface ShadowsCardProps {
  /** The answer that was shown. */
  shown: Facts;
  shadows: readonly ShadowItem[];
}

/** The shadow answers to an interaction's input, each beside the answer that was shown; nothing without any. */
export function ShadowsCard({ shown, shadows }: ShadowsCardProps) {
  if (shadows.length === 0) return null;
  return (
    <Card title="Shadow answers" note={`${formatCountOf(shadows.length, "answer")} that no user saw`}>
      <div className="space-y-6">
        {shadows.map((shadow) => (
          <section
            key={shadow.shadowId}
            aria-label={`Shadow answer of ${shadow.modelName}`}
            className="grid grid-cols-1 gap-4 md:grid-cols-2"
          >
            <Side label="Shown" answer={shown} />
            <Side label={shadow.inProgress ? "Shadow, in progress" : "Shadow"} answer={shadow} />
          </section>
        ))}
      </div>
    </Card>
  );
}

function Side({ label, answer }: { label: string; answer: Facts }) {
  const { modelName, promptTemplate, promptVersion, responseLatencyMs, costUsd, tokenCount } = answer;
  const facts = [
    modelName,
    [promptTemplate, promptVersion].filter(Boolean).join(" "),
    responseLatencyMs === null ? "" : formatDuration(responseLatencyMs),
    costUsd === null ? "" : formatCost(costUsd),
    tokenCount === null ? "" : formatCountOf(tokenCount, "token"),
  ];
  return (
    <div className="min-w-0 rounded-md border border-line p-3">
      <p className="font-medium text-sm">{label}</p>
      <p className="wrap-anywhere mb-2 text-faint text-xs">{facts.filter(Boolean).join(" · ")}</p>
      <p className="wrap-anywhere whitespace-pre-wrap text-base text-ink">
        {answer.responseText.slice(0, TEXT_SHOWN)}
        {answer.responseText.length > TEXT_SHOWN && "…"}
      </p>
    </div>
  );
}
