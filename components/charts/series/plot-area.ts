import type { SeriesData } from "./series-data.ts";

/** The room around a plot, in pixels: names of values at the left, of points below. */
export const plotRoom = { left: 52, right: 14, top: 8, bottom: 26 } as const;

/** Room for one line of markers' names over the plot. */
const MARKER_ROOM = 18;

/** How far the first and the last point lie from the plot's sides. */
export const POINT_ROOM = 8;

/** Where the plot of a chart begins, in pixels from its top. */
export const plotTop = ({ markers = [] }: SeriesData): number =>
  plotRoom.top + (markers.length > 0 ? MARKER_ROOM : 0);

/** How high the plot of a chart of this height is, in pixels. */
export const plotHeight = (data: SeriesData, height: number): number =>
  height - plotTop(data) - plotRoom.bottom;

/** Where the point at this place lies over a chart of this width, in pixels from its left. */
export function pointX(place: number, count: number, width: number): number {
  const room = Math.max(0, width - plotRoom.left - plotRoom.right);
  const length = Math.max(0, room - 2 * POINT_ROOM);
  return plotRoom.left + POINT_ROOM + (count < 2 ? 0.5 : place / (count - 1)) * length;
}

/** The place of the point that lies nearest to so many pixels from the left. */
export function nearestPoint(x: number, count: number, width: number): number {
  if (count < 2) return 0;
  const first = pointX(0, count, width);
  const step = pointX(1, count, width) - first;
  return step <= 0 ? 0 : Math.min(count - 1, Math.max(0, Math.round((x - first) / step)));
}
