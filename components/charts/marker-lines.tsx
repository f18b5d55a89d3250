import { plotRoom, pointX } from "./plot-area.ts";
import { markerGroups } from "./prepare-series.ts";
import type { SeriesData } from "./series-data.ts";

/** Pixels that the name of a marker takes. */
const NAME_WIDTH = 92;

/** Deployments as lines with their names over the plot; those too close to be told apart are one. */
export function MarkerLines({ data, width }: { data: SeriesData; width: number }) {
  const count = data.points.length;
  const step = count > 1 ? (pointX(count - 1, count, width) - pointX(0, count, width)) / (count - 1) : width;
  if (width === 0 || step <= 0) return null;
  return markerGroups(data, NAME_WIDTH / step).map(({ place, words, labels }) => {
    const x = pointX(place, count, width);
    const isLeft = x + NAME_WIDTH > width;
    return (
      <span
        key={place}
        aria-hidden
        title={labels.join(", ")}
        className="pointer-events-none absolute top-0 border-faint border-l border-dashed"
        style={{ left: x, bottom: plotRoom.bottom }}
      >
        <span
          className="absolute top-0 truncate rounded-xs bg-sunken px-1 text-2xs text-soft leading-4"
          style={{ maxWidth: NAME_WIDTH - 6, ...(isLeft ? { right: 2 } : { left: 2 }) }}
        >
          {words}
        </span>
      </span>
    );
  });
}
