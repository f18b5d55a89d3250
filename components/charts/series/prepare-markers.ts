import type { Marker, SeriesData } from "./series-data.ts";

/** A marker at the point of its day or hour. */
export interface PlacedMarker {
  place: number;
  /** "Prompt reply v2", "Model m-large", "Label reply production → v3". */
  words: string;
  /** What happened, for the point: "First seen: Prompt reply v2". */
  sentence: string;
}

const kinds: Record<Marker["kind"], { word: string; event: string }> = {
  prompt: { word: "Prompt", event: "First seen" },
  model: { word: "Model", event: "First seen" },
  label: { word: "Label", event: "Moved" },
  problem: { word: "Problem", event: "Here" },
};

function markerWords({ kind, label }: Marker): Pick<PlacedMarker, "words" | "sentence"> {
  const { word, event } = kinds[kind];
  const words = `${word} ${label}`;
  return { words, sentence: `${event}: ${words}` };
}

/** One hour in milliseconds. */
const HOUR = 3_600_000;

/** Places the markers of a chart at its points; markers outside of its period are dropped. */
export function placedMarkers({ points, unit, markers = [] }: SeriesData): PlacedMarker[] {
  const hasPassed = (point: string, at: string) =>
    unit === "hour" ? Date.parse(point) <= Date.parse(at) : point <= at.slice(0, 10);
  const last = points.at(-1);
  const isOver = ({ at }: Marker) =>
    last === undefined ||
    (unit === "hour" ? Date.parse(at) >= Date.parse(last) + HOUR : at.slice(0, 10) > last);
  return markers
    .filter((marker) => unit !== "label" && !isOver(marker))
    .map((marker) => ({
      place: points.findLastIndex((point) => hasPassed(point, marker.at)),
      ...markerWords(marker),
    }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place);
}

/** Markers under one name, for names of their own would cover each other. */
export interface MarkerGroup {
  places: number[];
  /** The one name, or how many there are: "3 changes". */
  words: string;
  /** All of them, for a title. */
  all: string;
}

/** Gathers markers that lie closer than `room` points to the first of their group. */
export function markerGroups(
  markers: readonly Pick<PlacedMarker, "place" | "words">[],
  room: number,
): MarkerGroup[] {
  const groups: Pick<PlacedMarker, "place" | "words">[][] = [];
  for (const marker of markers) {
    const last = groups.at(-1);
    if (last?.[0] && marker.place - last[0].place < room) last.push(marker);
    else groups.push([marker]);
  }
  return groups.map((group) => ({
    places: [...new Set(group.map(({ place }) => place))],
    words: group.length === 1 ? (group[0]?.words ?? "") : `${group.length} changes`,
    all: group.map(({ words }) => words).join(", "),
  }));
}
