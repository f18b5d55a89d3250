import { plotRoom, pointX } from "./plot-area.ts";
import { markerGroups, placedMarkers } from "./prepare-markers.ts";
import type { SeriesData } from "./series-data.ts";

/** Pixels that the name of a marker takes. */
const NAME_WIDTH = 124;

/** Deployments as lines with their names over the plot; those too close for a name each have one together. */
export function MarkerLines({ data, width }: { data: SeriesData; width: number }) {
  const count = data.points.length;
  const x = (place: number) => pointX(place, count, width);
  const step = count > 1 ? x(1) - x(0) : width;
  if (width === 0 || step <= 0) return null;
  return markerGroups(placedMarkers(data), NAME_WIDTH / step).map(({ places, words, all }) => {
    const [first = 0] = places;
    const room = { maxWidth: NAME_WIDTH - 6 };
    const side = x(first) + NAME_WIDTH > width ? { right: width - x(first) + 2 } : { left: x(first) + 2 };
    return (
      <div key={first} aria-hidden>
        {places.map((place) => (
          <span
            key={place}
            className="pointer-events-none absolute top-0 border-faint border-l border-dashed"
            style={{ left: x(place), bottom: plotRoom.bottom }}
          />
        ))}
        <span
          title={all}
          className="absolute top-0 flex rounded-xs bg-sunken px-1 text-2xs text-soft leading-4"
          style={{ ...room, ...side }}
        >
          <MarkerName words={words} />
        </span>
      </div>
    );
  });
}

/** The last word is what tells one deployment from the next, so that it stays where the rest has no room. */
function MarkerName({ words }: { words: string }) {
  const end = words.lastIndexOf(" ") + 1;
  return (
    <>
      <span className="truncate whitespace-pre">{words.slice(0, end)}</span>
      <span className="max-w-16 shrink-0 truncate">{words.slice(end)}</span>
    </>
  );
}
