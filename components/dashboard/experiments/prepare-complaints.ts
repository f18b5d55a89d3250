import { rateCells, rateColumns } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCategory, formatCount, formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import type { Complaints } from "#lib/act/experiments/index.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";

/** Categories that the matrix shows at most; the table has all. */
const CATEGORIES_SHOWN = 10;

/** What users of each arm complained about. */
export interface ComplaintsView {
  rows: { key: string; label: string }[];
  columns: { key: string; label: string; detail: string }[];
  /** The share of an arm's thumbs down that name a category; null where it has too few. */
  shareOf: (category: string, variant: string) => number | null;
  table: TableData;
  summary: string;
}

/** Decides what the matrix of complaints by arm shows; null without any. */
export function prepareComplaints(
  { arms, categories }: Complaints,
  variants: readonly string[],
): ComplaintsView | null {
  const downs = new Map(arms.map(({ variant, thumbsDown }) => [variant, thumbsDown]));
  const named = Map.groupBy(categories, ({ category }) => category);
  const total = (category: string) =>
    (named.get(category) ?? []).reduce((sum, { thumbsDown }) => sum + thumbsDown, 0);
  const names = [...named.keys()].toSorted(
    (one, other) => total(other) - total(one) || (one < other ? -1 : 1),
  );
  if (names.length === 0) return null;
  const share = (category: string, variant: string): Rate => {
    const own = named.get(category)?.find((each) => each.variant === variant);
    return rate(own?.thumbsDown ?? 0, downs.get(variant) ?? 0);
  };
  return {
    rows: names.slice(0, CATEGORIES_SHOWN).map((key) => ({ key, label: formatCategory(key) })),
    columns: variants.map((variant) => ({
      ...{ key: variant, label: variant },
      detail: `n = ${formatCount(downs.get(variant) ?? 0)}`,
    })),
    shareOf: (category, variant) => {
      const known = share(category, variant);
      return known.n < TOO_FEW ? null : known.value;
    },
    table: {
      columns: [{ head: "Category", rowHead: true }, { head: "Arm" }, ...rateColumns("Share of thumbs down")],
      rows: names.flatMap((category) =>
        variants.map((variant) => [
          { text: formatCategory(category), value: category },
          variant,
          ...rateCells(share(category, variant)),
        ]),
      ),
    },
    summary: summaryOf(names, variants, share),
  };
}

/** The category whose shares of the arms differ most. */
function summaryOf(
  names: readonly string[],
  variants: readonly string[],
  share: (category: string, variant: string) => Rate,
): string {
  const spreads = names.flatMap((category) => {
    const known = variants
      .map((variant) => ({ variant, rate: share(category, variant) }))
      .flatMap(({ variant, rate: { value, n } }) =>
        value !== null && n >= TOO_FEW ? [{ variant, value }] : [],
      )
      .toSorted((one, other) => other.value - one.value);
    const [most, least] = [known[0], known.at(-1)];
    return most && least && known.length > 1
      ? [{ category, most, least, gap: most.value - least.value }]
      : [];
  });
  const [widest] = spreads.toSorted((one, other) => other.gap - one.gap);
  if (!widest) return "Not enough thumbs down to compare the arms.";
  if (widest.gap === 0) return "Users of all arms name the same categories equally often.";
  const { category, most, least } = widest;
  return `Largest difference: ${formatCategory(category)}, named in ${formatPercent(most.value)} of the thumbs down of “${most.variant}” and ${formatPercent(least.value)} of those of “${least.variant}”.`;
}
