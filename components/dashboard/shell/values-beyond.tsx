import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { Notice } from "#components/ui/notice.tsx";
import { dimensionWithParam } from "#lib/domain/dimensions.ts";
import type { ValuesBeyond } from "#lib/evaluate/metrics/index.ts";

/** Warns that some days have more values of a dimension than are counted separately. */
export function ValuesBeyondNotice({ beyond }: { beyond: readonly ValuesBeyond[] }) {
  if (beyond.length === 0) return null;
  const each = beyond.map(
    ({ dimension, days, most }) =>
      `more than ${formatCount(most)} ${dimensionWithParam(dimension).plural} on ${formatCountOf(days, "day")}`,
  );
  const lacking = beyond
    .filter((one) => one.lacking > 0)
    .map((one) => `${dimensionWithParam(one.dimension).plural} on ${formatCountOf(one.lacking, "day")}`);
  return (
    <Notice tone="warn" className="mb-4">
      This period has {each.join(", ")}. Values over the limit are grouped as “All others”; each answer keeps
      its own value.
      {lacking.length > 0 &&
        ` The value you filter by is over the limit for ${lacking.join(" and ")}: its answers from then are missing below.`}
    </Notice>
  );
}
