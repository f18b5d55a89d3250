import { formatCount } from "#components/format/numbers.ts";
import { Notice } from "#components/ui/notice.tsx";
import { cohortWords } from "#lib/domain/dimensions.ts";
import type { Countable } from "#lib/evaluate/metrics/index.ts";

interface CountedSinglyProps {
  counting: Countable;
  /** How many answers are read at most. */
  most: number;
  /** How many days the window has. */
  days: number;
}

/** Says that the metrics below are computed from individual answers, or why there are none: no rollup has this combination. */
export function CountedSingly({ counting: { candidates, possible }, most, days }: CountedSinglyProps) {
  const why = `Combinations of ${cohortWords("name", "or")} with a model or prompt, or with each other, are computed`;
  if (possible)
    return (
      <Notice className="mb-4">
        {why} from individual answers. This period has {formatCount(candidates)} (limit {formatCount(most)}).
      </Notice>
    );
  const fitting = Math.floor((days * most) / candidates);
  return (
    <Notice tone="warn">
      {why} from up to {formatCount(most)} individual answers, but this period has {formatCount(candidates)}.
      Choose one feature{fitting > 0 ? ` or about ${formatCount(fitting)} days` : " or fewer days"}.
    </Notice>
  );
}
