import { Check, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ReportExample } from "#lib/decide/report/index.ts";

interface ExamplesCardProps {
  base: string;
  examples: readonly ReportExample[];
  /** Those that the draft has; null where there is no draft to make. */
  taken: readonly string[] | null;
  onToggle: (feedbackId: string) => void;
}

/** Corrections that others agree with, to be shown to the model. */
export function ExamplesCard({ base, examples, taken, onToggle }: ExamplesCardProps) {
  return (
    <Card
      title="Examples to show the model"
      note="Corrections that were kept and that others agree with, unlike each other. They are users’ texts: read them before you take them."
      flush
    >
      {examples.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          None: no correction with a logged input was kept and is agreed on by others. One user’s opinion is
          no example.
        </p>
      ) : (
        <ol className="divide-y divide-line border-line border-t">
          {examples.map((example, index) => (
            <li key={example.feedbackId} className="px-4 py-3">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <p className="min-w-0 flex-1 basis-56 text-faint text-xs">
                  <Link
                    href={`${base}/interactions/${encodeURIComponent(example.interactionId)}`}
                    className="font-medium text-ink text-sm underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                  >
                    Example {index + 1}
                  </Link>{" "}
                  {example.why.join(" ")}
                </p>
                {taken && (
                  <Button
                    size="small"
                    aria-pressed={taken.includes(example.feedbackId)}
                    aria-label={`Use as example ${index + 1}`}
                    onClick={() => onToggle(example.feedbackId)}
                  >
                    {taken.includes(example.feedbackId) ? (
                      <Check aria-hidden className="size-3.5 text-good" />
                    ) : (
                      <Plus aria-hidden className="size-3.5" />
                    )}
                    Use as example
                  </Button>
                )}
              </div>
              <div className="mt-2 grid grid-cols-1 gap-3 lg:grid-cols-2">
                <Quoted name="Input" text={example.input} />
                <Quoted name="Answer, as corrected" text={example.answer} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Quoted({ name, text }: { name: string; text: string }) {
  return (
    <figure className="min-w-0 rounded-md border border-line bg-sunken px-3 py-2">
      <figcaption className="text-faint text-xs">{name}</figcaption>
      <p className="mt-1 line-clamp-12 whitespace-pre-wrap text-sm wrap-anywhere">{text}</p>
    </figure>
  );
}
