/** A rectangle in pixels, relative to some frame. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The distance between a selection and its button, with room for fingers and selection handles. */
const GAP = { mouse: 6, touch: 40 };
/** The margin at the edges of the window. */
const MARGIN = 8;

/** The line rectangles of a range, relative to `frame`. */
export function measureBoxes(range: Range, frame: Element): Box[] {
  const origin = frame.getBoundingClientRect();
  return Array.from(range.getClientRects(), ({ left, top, width, height }) => ({
    left: left - origin.left,
    top: top - origin.top,
    width,
    height,
  }));
}

/**
 * Where to place something of this size next to a range: below its end, where no system menu appears, if that
 * is visible. Relative to `frame`, and within its width.
 */
export function placeBelow(
  range: Range,
  frame: Element,
  size: { width: number; height: number },
  touch: boolean,
) {
  const origin = frame.getBoundingClientRect();
  const lines = range.getClientRects();
  const last = lines[lines.length - 1] ?? range.getBoundingClientRect();
  const view = frame.ownerDocument.documentElement;
  const gap = touch ? GAP.touch : GAP.mouse;
  const bottom = view.clientHeight - size.height - MARGIN;
  const top = Math.max(MARGIN, Math.min(last.bottom + gap, bottom));
  const most = Math.min(origin.right, view.clientWidth - MARGIN) - size.width;
  const middle = last.left + last.width / 2 - size.width / 2;
  return {
    left: Math.max(origin.left, Math.min(middle, most)) - origin.left,
    top: top - origin.top,
  };
}

/** Whether a point in the window is on the text of a range. */
export function liesOn(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(
    (line) => x >= line.left && x <= line.right && y >= line.top && y <= line.bottom,
  );
}

/** Scrolls as little as needed to make a range visible, above whatever covers the window from `floor` on. */
export function bringIntoSight(range: Range, floor = Number.POSITIVE_INFINITY): void {
  const start = range.startContainer;
  let element = start instanceof Element ? start : start.parentElement;
  for (; element; element = element.parentElement) {
    const scrolls = element.scrollHeight > element.clientHeight && isScroller(element);
    if (scrolls) element.scrollTop += shiftInto(range, element.getBoundingClientRect());
  }
  const view = start.ownerDocument?.defaultView;
  if (!view) return;
  view.scrollBy(0, shiftInto(range, { top: 0, bottom: Math.min(view.innerHeight, floor) }));
}

function isScroller(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY) && element !== document.scrollingElement;
}

function shiftInto(range: Range, room: { top: number; bottom: number }): number {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < room.top + MARGIN) return top - room.top - 4 * MARGIN;
  // If not all of it fits, its beginning stays visible.
  return Math.max(0, Math.min(bottom - room.bottom + 4 * MARGIN, top - room.top - 4 * MARGIN));
}
