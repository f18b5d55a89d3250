import { pointCell, valueCell } from "../table-cells.ts";
import type { Cell, TableData } from "../table-data.ts";
import { isBandOnly } from "./prepare-series.ts";
import type { Series, SeriesData } from "./series-data.ts";

const pointHeads = { day: "Day", hour: "Hour", label: "Point" } as const;

/** The numbers of a chart of lines as a table: a row a point, newest first, each line with its interval and n. */
export function seriesTable(data: SeriesData, pointHead: string = pointHeads[data.unit]): TableData {
  const { points, unit, tz, series } = data;
  const rows = points.map((point, at) => [
    pointCell(point, unit, tz),
    ...series.flatMap((line) => cellsOf(line, at, data)),
  ]);
  return {
    columns: [{ head: pointHead, rowHead: true }, ...series.flatMap(columnsOf)],
    rows: unit === "label" ? rows : rows.toReversed(),
  };
}

const columnsOf = (line: Series): TableData["columns"] =>
  [
    ...(isBandOnly(line) ? [] : [line.name]),
    ...(line.band ? [`${line.name}, low`, `${line.name}, high`] : []),
    ...(line.n ? [`${line.name}, n`] : []),
  ].map((head) => ({ head, numeric: true }));

function cellsOf(line: Series, at: number, { format }: SeriesData): Cell[] {
  const [low, high] = line.band?.[at] ?? [null, null];
  return [
    ...(isBandOnly(line) ? [] : [valueCell(line.values[at], format)]),
    ...(line.band ? [valueCell(low, format), valueCell(high, format)] : []),
    ...(line.n ? [line.n[at] ?? null] : []),
  ];
}
