import { CircleAlert, CircleCheck, CircleDashed } from "lucide-react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { Results } from "#lib/use-cases/experiments/list-readings.ts";
import { type Check, prepareChecks } from "./prepare-checks.ts";
import type { Analysis } from "./results.ts";

const looks = {
  passed: { icon: CircleCheck, words: "Passed", className: "text-good" },
  failed: { icon: CircleAlert, words: "Failed", className: "text-bad" },
  open: { icon: CircleDashed, words: "Not enough data yet", className: "text-faint" },
} as const;

interface ChecksCardProps {
  analysis: Analysis;
  metric: string;
  uncounted: Results["uncounted"];
}

/** What must hold before a winner is named, each with what was found. */
export function ChecksCard({ analysis, metric, uncounted }: ChecksCardProps) {
  return (
    <Card title="Validity" note="A winner is named only if no check failed.">
      <ul className="space-y-3">
        {prepareChecks(analysis, metric).map((check) => (
          <Row key={check.name} check={check} />
        ))}
      </ul>
      <Uncounted uncounted={uncounted} />
    </Card>
  );
}

function Row({ check: { name, state, words } }: { check: Check }) {
  const { icon: Icon, words: result, className } = looks[state];
  return (
    <li className="flex gap-2.5 text-sm">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
      <div className="wrap-anywhere min-w-0 max-w-prose">
        <h3 className="font-medium text-ink">
          {name}
          <span className="sr-only">: {result}</span>
        </h3>
        {words.map((sentence) => (
          <p key={sentence} className="text-soft">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}

/** Answers that name the experiment and count for nobody: usually a slip in how they are logged. */
function Uncounted({ uncounted }: Pick<ChecksCardProps, "uncounted">) {
  const { unknown_variant: unknown, anonymous } = uncounted;
  if (unknown + anonymous === 0) return null;
  return (
    <p className="mt-3 max-w-prose text-faint text-xs">
      Not counted:{" "}
      {[
        unknown > 0 && `${formatCountOf(unknown, "answer")} with an unknown variant`,
        anonymous > 0 && `${formatCountOf(anonymous, "answer")} without a user or session`,
      ]
        .filter(Boolean)
        .join(", ")}
      .
    </p>
  );
}
