import { countWords } from "../dashboard/words.ts";
import { pointWords } from "./point-words.ts";
import { spread } from "./prepare-trend.ts";
import type { Series, SeriesData, ValueFormat } from "./series-data.ts";
import { type ValueScale, valueScale } from "./value-scale.ts";
import { rangeWords, valueWords } from "./value-words.ts";

/** One line as it is drawn. */
export interface SeriesLine {
  name: string;
  /** Its place among all lines, hidden ones too, which gives it its look. */
  index: number;
  values: (number | null)[];
  band: ([number, number] | null)[] | null;
  /** The values between two gaps: no line reaches them, so they are dots. */
  dots: (number | null)[];
}

/** All that a chart of lines draws. */
export interface SeriesView {
  points: string[];
  lines: SeriesLine[];
  scale: ValueScale;
  /** The points that are named under the chart. */
  ticks: string[];
}

/** As many names as fit under a chart on a phone. */
const TICKS = 6;

/** Decides what a chart of lines draws, without those that the reader has hidden. */
export function prepareSeries(data: SeriesData, hidden: ReadonlySet<string> = new Set()): SeriesView {
  const lines = data.series
    .map((series, index) => lineOf(series, index))
    .filter(({ name }) => !hidden.has(name));
  const drawn = lines.flatMap(({ values, band }) => [...values, ...(band ?? []).flat()]);
  return {
    points: data.points,
    lines,
    scale: valueScale(
      drawn.filter((value) => value !== null),
      data.format,
      data.zeroBased ?? false,
    ),
    ticks: data.unit === "label" ? data.points : spread(data.points, TICKS),
  };
}

function lineOf({ name, values, band }: Series, index: number): SeriesLine {
  const known = (at: number) => typeof values[at] === "number";
  return {
    name,
    index,
    values,
    band: band ?? null,
    dots: values.map((value, at) => (known(at - 1) || known(at + 1) ? null : value)),
  };
}

/** What one line says at a point. */
export interface PointValue {
  name: string;
  index: number;
  value: string;
  /** The interval and the n, where there are any: "67.0–72.2% · n = 214". */
  detail: string;
}

/** What a point says. */
export interface PointView {
  title: string;
  values: PointValue[];
  /** The prompts and models first seen there. */
  markers: string[];
  href: string | null;
  /** All of it as one sentence, for those who hear it. */
  sentence: string;
}

/** Decides what is said of the point at this place. */
export function preparePoint(data: SeriesData, hidden: ReadonlySet<string>, at: number): PointView {
  const title = pointWords(data.points[at] ?? "", data.unit, data.tz);
  const values = data.series
    .map((series, index) => ({ series, index }))
    .filter(({ series }) => !hidden.has(series.name))
    .map(({ series, index }) => pointValue(series, index, at, data.format));
  const markers = placedMarkers(data)
    .filter((marker) => marker.place === at)
    .map(({ kind, label }) => `${kind === "prompt" ? "Prompt" : "Model"} ${label}`);
  const href = data.hrefs?.[at] ?? null;
  const said = values.map(({ name, value, detail }) =>
    [`${name} ${value === "–" ? "no value" : value}`, detail].filter(Boolean).join(", "),
  );
  const first = markers.length > 0 ? `First seen: ${markers.join(", ")}.` : "";
  const sentence = [`${title}.`, `${said.join("; ")}.`, first, href ? "Enter opens the answers." : ""];
  return { title, values, markers, href, sentence: sentence.filter(Boolean).join(" ") };
}

function pointValue(series: Series, index: number, at: number, format: ValueFormat): PointValue {
  const band = series.band?.[at];
  const n = series.n?.[at];
  const known = series.values[at] ?? null;
  const range = band ? rangeWords(band, format) : null;
  const detail = [known !== null && range, n !== undefined && `n = ${countWords(n)}`];
  return {
    name: series.name,
    index,
    // A band without a line of its own is its own value.
    value: known === null && range ? range : valueWords(known, format),
    detail: detail.filter(Boolean).join(" · "),
  };
}

/** The markers with the places of the points in whose day or hour they lie; those outside are left out. */
export function placedMarkers({
  points,
  unit,
  markers = [],
}: SeriesData): { place: number; kind: "prompt" | "model"; label: string }[] {
  const moment = (text: string) => (unit === "hour" ? Date.parse(text) : Date.parse(text.slice(0, 10)));
  const times = points.map(moment);
  return markers
    .map(({ at, kind, label }) => ({
      place: times.findLastIndex((time) => time <= moment(at)),
      kind,
      label,
      at,
    }))
    .filter(({ place, at }) => place >= 0 && (place < points.length - 1 || isWithinLast(points, unit, at)))
    .map(({ place, kind, label }) => ({ place, kind, label }));
}

const HOUR = 3_600_000;

function isWithinLast(points: readonly string[], unit: SeriesData["unit"], at: string): boolean {
  const last = points.at(-1) ?? "";
  return unit === "hour" ? Date.parse(at) < Date.parse(last) + HOUR : at.slice(0, 10) <= last;
}

/** Markers that are drawn as one, for they would cover each other. */
export interface MarkerGroup {
  place: number;
  /** Its one name, or how many there are: "3 changes". */
  words: string;
  labels: string[];
}

/** Gathers markers that lie closer than `room` points to the first of their group. */
export function markerGroups(data: SeriesData, room: number): MarkerGroup[] {
  const groups: MarkerGroup[] = [];
  for (const { place, label } of placedMarkers(data).toSorted((a, b) => a.place - b.place)) {
    const last = groups.at(-1);
    if (last && place - last.place < room) {
      last.labels.push(label);
      last.words = `${last.labels.length} changes`;
    } else groups.push({ place, words: label, labels: [label] });
  }
  return groups;
}
