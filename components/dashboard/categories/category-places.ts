import { countCell, rateCells, rateColumns } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import {
  formatCategory,
  formatCount,
  formatCountOf,
  formatPercent,
  TOO_FEW,
} from "#components/format/numbers.ts";
import { formatDimension } from "#lib/domain/beyond.ts";
import type { CategoryRow, Named } from "#lib/evaluate/metrics/index.ts";
import { promptParams } from "../url/prompt-names.ts";

/** What categories are grouped by: a model or a prompt version. */
export interface CategoryPlace {
  key: string;
  label: string;
  /** What an address asks for to see it alone. */
  asked: Record<string, string>;
}

/** A category in one place. */
export type PlacedCount = Named & { place: CategoryPlace };

/** The categories by place, as a matrix and as a table. */
export interface CategoryPlacesView {
  rows: { key: string; label: string }[];
  /** Each with its thumbs-down; a place with too few is in the table only. */
  columns: { key: string; label: string; detail: string }[];
  /** The share of the place's thumbs-down that name the category; null where the place has too few. */
  shareOf: (category: string, place: string) => number | null;
  /** The thumbs-down of the place that name the category. */
  figureOf: (category: string, place: string) => FigureTarget | undefined;
  table: TableData;
  summary: string;
}

/** As many categories, and as many places, as a matrix shows; the table has all. */
const MOST = { categories: 10, places: 8 };

/** Decides what the matrix of categories by place shows: the most frequent categories, the places with most thumbs-down. */
export function prepareCategoryPlaces(
  rows: readonly CategoryRow[],
  head: string,
  placesOf: (row: CategoryRow) => PlacedCount[],
  figureOf: (
    category: string,
    asked: Record<string, string>,
    rating: "down" | undefined,
    count: number,
  ) => FigureTarget | undefined,
): CategoryPlacesView {
  const counts = rows.flatMap((row) => placesOf(row).map((count) => ({ category: row.category, ...count })));
  const known = new Map(counts.map((count) => [JSON.stringify([count.category, count.place.key]), count]));
  const places = [...Map.groupBy(counts, ({ place }) => place.key).values()]
    .flatMap(([first]) => (first ? [{ place: first.place, thumbsDown: first.share.n }] : []))
    .sort((one, other) => other.thumbsDown - one.thumbsDown);
  const downs = new Map(places.map(({ place, thumbsDown }) => [place.key, thumbsDown]));
  return {
    rows: rows.slice(0, MOST.categories).map(({ category: key }) => ({ key, label: formatCategory(key) })),
    columns: places
      .filter(({ thumbsDown }) => thumbsDown >= TOO_FEW)
      .slice(0, MOST.places)
      .map(({ place: { key, label }, thumbsDown }) => ({
        key,
        label,
        detail: `n = ${formatCount(thumbsDown)}`,
      })),
    shareOf: (category, place) =>
      (downs.get(place) ?? 0) < TOO_FEW
        ? null
        : (known.get(JSON.stringify([category, place]))?.share.value ?? 0),
    figureOf: (category, place) => {
      const count = known.get(JSON.stringify([category, place]));
      return count && figureOf(category, count.place.asked, "down", count.downCount);
    },
    table: {
      columns: [
        { head: "Category", rowHead: true },
        { head },
        { head: "Thumbs down", numeric: true },
        ...rateColumns("Share of thumbs down"),
        { head: "All ratings", numeric: true },
      ],
      rows: counts.map(({ category, place, count, downCount, share }) => [
        { text: formatCategory(category), value: category },
        place.label,
        countCell(downCount, figureOf(category, place.asked, "down", downCount)),
        ...rateCells(share),
        countCell(count, figureOf(category, place.asked, undefined, count)),
      ]),
    },
    summary: summaryOf(counts, places.length, head),
  };
}

function summaryOf(
  counts: readonly (PlacedCount & { category: string })[],
  places: number,
  head: string,
): string {
  const telling = counts
    .filter(({ share }) => share.value !== null && share.n >= TOO_FEW)
    .toSorted((one, other) => (other.share.value ?? 0) - (one.share.value ?? 0));
  const [most] = telling;
  const among = `Categories of ${formatCountOf(places, head.toLowerCase())}.`;
  if (!most) return `${among} None has enough thumbs down.`;
  return `${among} Largest share: ${formatCategory(most.category)} in ${formatPercent(most.share.value ?? 0)} of the ${formatCount(most.share.n)} thumbs down of ${most.place.label}.`;
}

/** A category by model. */
export const byModel = ({ models }: CategoryRow): PlacedCount[] =>
  models.map(({ modelName, ...named }) => ({
    ...named,
    place: { key: modelName, label: formatDimension(modelName), asked: { model: modelName } },
  }));

/** A category by prompt version. */
export const byPromptVersion = ({ promptVersions }: CategoryRow): PlacedCount[] =>
  promptVersions.map(({ promptTemplate, promptVersion, ...named }) => ({
    ...named,
    place: {
      key: JSON.stringify([promptTemplate, promptVersion]),
      label: [promptTemplate, promptVersion]
        .flatMap((name) => (name ? [formatDimension(name)] : []))
        .join(" "),
      asked: promptParams({ promptTemplate, promptVersion }),
    },
  }));
