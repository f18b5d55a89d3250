import Link from "next/link";
import type { CategoryRow } from "#lib/evaluate/metrics/index";
import { DataTable } from "../ui/data-table.tsx";
import { RateValue } from "./rate-value.tsx";
import { categoryWords, countWords } from "./words.ts";

/** The ranking of categories as a table, with the models that each was named on. */
export function CategoryTable({
  rows,
  hrefOf,
}: {
  rows: readonly CategoryRow[];
  hrefOf: (category: string) => string;
}) {
  return (
    <DataTable
      caption="Categories"
      rows={rows}
      rowKey={({ category }) => category}
      columns={[
        {
          head: "Category",
          rowHead: true,
          cell: ({ category }) => (
            <Link href={hrefOf(category)} className="hover:underline">
              {categoryWords(category)}
            </Link>
          ),
        },
        { head: "Ratings", numeric: true, cell: ({ count }) => countWords(count) },
        { head: "Thumbs down", numeric: true, cell: ({ downCount }) => countWords(downCount) },
        {
          head: "Share of thumbs-down",
          cell: ({ share }) => <RateValue rate={share} of="thumbs-down" inline />,
        },
        {
          head: "By model",
          cell: ({ models }) => (
            <span className="text-faint text-xs">
              {models.map(({ modelName, count }) => `${modelName} ${countWords(count)}`).join(", ")}
            </span>
          ),
        },
      ]}
    />
  );
}
