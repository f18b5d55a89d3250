import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ValuesBeyond } from "#lib/evaluate/metrics/index.ts";

const names: Record<ValuesBeyond["dimension"], string> = {
  feature: "features",
  model: "models",
  prompt_template: "prompts",
  prompt_version: "prompt versions",
  variant: "variants",
  tenant: "tenants",
  language: "languages",
  segment: "segments",
};

/** That some days have more values of a dimension than are counted apart; nothing where none has. */
export function ValuesBeyondNotice({ beyond }: { beyond: readonly ValuesBeyond[] }) {
  if (beyond.length === 0) return null;
  const each = beyond.map(
    ({ dimension, days, most }) =>
      `more than ${formatCount(most)} ${names[dimension]} on ${formatCountOf(days, "day")}`,
  );
  const lacking = beyond
    .filter((one) => one.lacking > 0)
    .map((one) => `${names[one.dimension]} on ${formatCountOf(one.lacking, "day")}`);
  return (
    <Notice tone="warn" className="mb-4">
      This period has {each.join(", ")}. The rest are counted together as “All others”; every answer keeps its
      own.
      {lacking.length > 0 &&
        ` What you filter by is not among the ${lacking.join(", nor the ")} that are counted apart: its answers of then are missing below.`}
    </Notice>
  );
}
