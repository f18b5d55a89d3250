/** The room around a plot, in pixels: names of values at the left, of points below, of markers above. */
export const plotRoom = { left: 52, right: 14, top: 8, bottom: 26 } as const;

/** Room for one line of markers' names over the plot. */
export const MARKER_ROOM = 18;

/** How far the first and the last point lie from the plot's sides. */
export const POINT_ROOM = 8;

/** Where the point at this place lies over a chart of this width, in pixels from its left. */
export function pointX(place: number, count: number, width: number): number {
  const from = plotRoom.left + POINT_ROOM;
  const length = Math.max(0, width - from - plotRoom.right - POINT_ROOM);
  return count < 2 ? from + length / 2 : from + (place / (count - 1)) * length;
}

/** The place of the point that lies nearest to so many pixels from the left. */
export function nearestPoint(x: number, count: number, width: number): number {
  if (count < 2) return 0;
  const from = pointX(0, count, width);
  const step = (pointX(count - 1, count, width) - from) / (count - 1);
  return step <= 0 ? 0 : Math.min(count - 1, Math.max(0, Math.round((x - from) / step)));
}
