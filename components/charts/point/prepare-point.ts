import { type FigureTarget, formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCount, NONE } from "#components/format/numbers.ts";
import { formatPoint } from "../format-point.ts";
import { formatRange, formatValue } from "../format-value.ts";
import { placedMarkers } from "../series/prepare-markers.ts";
import type { Series, SeriesData, ValueFormat } from "../series/series-data.ts";

/** What one line says at a point. */
export interface PointValue {
  name: string;
  /** The place that gives the line its look. */
  index: number;
  value: string;
  /** The interval and the n, where there are any: "67.0–72.2% · n = 214". */
  detail: string;
  /** Where it leads. */
  target: FigureTarget | null;
}

/** What a point says. */
export interface PointView {
  title: string;
  values: PointValue[];
  /** The prompts and models first seen there, and the labels moved. */
  markers: string[];
}

/** The active line of a point: the requested one where it has a link, else the first that has one. */
export function activeValue({ values }: PointView, line: number | null): PointValue | null {
  const leading = values.filter(({ target }) => target);
  return leading.find(({ index }) => index === line) ?? leading[0] ?? null;
}

/** Decides what is said of the point at this place, of the lines that are not hidden. */
export function preparePoint(data: SeriesData, hidden: ReadonlySet<string>, at: number): PointView {
  return {
    title: formatPoint(data.points[at] ?? "", data.unit, data.tz),
    values: data.series
      .map((series, index) => ({ series, index }))
      .filter(({ series }) => !hidden.has(series.name))
      .map(({ series, index }) => pointValue(series, index, at, data.format)),
    markers: placedMarkers(data)
      .filter(({ place }) => place === at)
      .map(({ sentence }) => sentence),
  };
}

function pointValue(series: Series, index: number, at: number, format: ValueFormat): PointValue {
  const band = series.band?.[at];
  const n = series.n?.[at];
  const known = series.values[at] ?? null;
  const range = band ? formatRange(band, format) : null;
  const detail = [known !== null && range, n !== undefined && `n = ${formatCount(n)}`];
  return {
    name: series.name,
    index,
    // A band without a line of its own is its own value.
    value: known === null && range ? range : formatValue(known, format),
    detail: detail.filter(Boolean).join(" · "),
    target: series.targets?.[at] ?? null,
  };
}

/** A point as sentences, for those who hear it, with what Enter opens of it. */
export function pointSentences({ title, values, markers }: PointView, active: PointValue | null): string {
  const said = values.map(({ name, value, detail }) =>
    [`${name} ${value === NONE ? "no value" : value}`, detail.replace(" · ", ", ")]
      .filter(Boolean)
      .join(", "),
  );
  const marked = markers.length > 0 ? `${markers.join("; ")}.` : "";
  const sentences = [`${title}.`, `${said.join("; ")}.`, marked, openWords(active, values)];
  return sentences.filter(Boolean).join(" ");
}

/** "Press Enter to open 44 thumbs", with the name of the line where there are several. */
function openWords(active: PointValue | null, values: readonly PointValue[]): string {
  if (!active?.target) return "";
  const several = values.filter(({ target }) => target).length > 1;
  const { count, unit } = active.target;
  return `Press Enter to open ${formatUnitCount(count, unit)}${several ? ` of ${active.name}` : ""}.`;
}
