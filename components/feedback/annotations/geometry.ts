/** A rectangle on the page, in pixels from the corner of some frame. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far what belongs to a selection stands off it; fingers and the handles of a selection need room. */
const GAP = { mouse: 6, touch: 40 };
/** What is kept free at the edges of the window. */
const MARGIN = 8;

/** The lines of a range, from the corner of `frame`. */
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
 * Where something of this size belongs to a range: below its end, where no system menu is, as far as that is in sight;
 * from the corner of `frame`, and within its width.
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

/** Whether the point of the window lies on the text of a range. */
export function liesOn(range: Range, x: number, y: number): boolean {
  return Array.from(range.getClientRects()).some(
    (line) => x >= line.left && x <= line.right && y >= line.top && y <= line.bottom,
  );
}

/** Scrolls as little as is needed to bring a range into sight, above what covers the window from `floor` on. */
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
  // The beginning stays in sight where not all of it fits.
  return Math.max(0, Math.min(bottom - room.bottom + 4 * MARGIN, top - room.top - 4 * MARGIN));
}
