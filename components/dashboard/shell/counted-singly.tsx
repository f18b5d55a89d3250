import { formatCount } from "#components/format/numbers.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Countable } from "#lib/evaluate/metrics/index.ts";

interface CountedSinglyProps {
  counting: Countable;
  /** Most answers that are looked through. */
  most: number;
  /** How many days the window has. */
  days: number;
}

/** That the figures below come from single answers, or why there are none: no aggregate knows all that is asked for. */
export function CountedSingly({ counting: { candidates, possible }, most, days }: CountedSinglyProps) {
  const why = "Tenant, language or segment together with a model or prompt, or with each other, is counted";
  if (possible)
    return (
      <Notice className="mb-4">
        {why} from single answers: {formatCount(candidates)} of this window were looked through, at most{" "}
        {formatCount(most)} are.
      </Notice>
    );
  const fitting = Math.floor((days * most) / candidates);
  return (
    <Notice tone="warn">
      {why} from at most {formatCount(most)} single answers, and this window has {formatCount(candidates)}.
      Choose one feature{fitting > 0 ? ` or about ${formatCount(fitting)} days` : " or fewer days"}.
    </Notice>
  );
}
