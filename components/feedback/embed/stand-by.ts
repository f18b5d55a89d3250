import { adoptStyles } from "./adopt-styles.ts";

/** What a page may style of a bar or of stars, by the answer's `::part()`. */
const PARTS =
  "widget,bar,star-rating,row,thumbs,thumb,thumb-up,thumb-down,thumb-pressed,stars,star,star-filled,button,more,undo,clear,send,retry,details,categories,label,legend,chip,chip-face,chip-ticked,field,notice,notice-failed,status,icon";

/** The answer's text is set as it was; the rating's is not. */
const STYLES = `
whetstone-feedback, whetstone-stars {
  font-style: normal; letter-spacing: normal; text-indent: 0; text-transform: none; white-space: normal;
}
`;

const roots = new WeakMap<Element, ShadowRoot>();

/**
 * Shows a rating with its answer, outside of the page's own tree: a framework that takes over what a server has rendered
 * must find no element that it has not rendered itself. What can have no shadow root has its rating behind it, once the
 * page is there and has been taken over; `isWanted` tells whether it still should.
 */
export function standBy(answer: Element, rating: Element, isWanted: () => boolean): void {
  const root = roots.get(answer) ?? newRoot(answer);
  if (root) {
    rating.setAttribute("exportparts", PARTS);
    root.append(rating);
  } else whenTaken(answer, () => isWanted() && answer.after(rating));
}

function newRoot(answer: Element): ShadowRoot | undefined {
  const { display } = getComputedStyle(answer);
  try {
    const root = answer.attachShadow({ mode: "open" });
    root.append(document.createElement("slot"));
    adoptStyles(root, STYLES);
    const laidOut = /(flex|grid)$/.exec(display);
    if (laidOut) adoptStyles(root, sideBySide(laidOut[0], display.startsWith("inline")));
    roots.set(answer, root);
    return root;
  } catch {
    // Not every element may have one, and some have one of their own.
    return undefined;
  }
}

/** The answer's parts are laid out as they were, and the rating stands below all of them. */
const sideBySide = (display: string, isInline: boolean): string =>
  `:host { display: ${isInline ? "inline-" : ""}block !important }
  slot { display: ${display}; ${[
    "flex-flow",
    "gap",
    "place-content",
    "place-items",
    "grid-template",
    "grid-auto-flow",
  ]
    .map((name) => `${name}: inherit`)
    .join(";")} }`;

/** How long after it is loaded a page may be taken over by a framework that leaves no trace, in milliseconds. */
const TAKEN_WITHIN_MS = 2_000;
/** After that long in all, React will not come either, as in HTML that it does not look into. */
const TAKEN_BY_MS = 15_000;

/** Calls `place` when the page is loaded and its framework has had the time to take it over. */
function whenTaken(answer: Element, place: () => void): void {
  const look = () => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const loadedAt = navigation?.loadEventStart || Number.POSITIVE_INFINITY;
    const now = performance.now();
    const waits = isReacts(answer) ? now < TAKEN_BY_MS : !isTaken(answer) && now < loadedAt + TAKEN_WITHIN_MS;
    if (waits) setTimeout(look, 50);
    else place();
  };
  look();
}

const has = (node: Node, name: string): boolean => Object.keys(node).some((key) => key.startsWith(name));
const isTaken = (answer: Element): boolean => has(answer, "__reactFiber");

/** Whether a React that stands above the answer has still to take it over. */
function isReacts(answer: Element): boolean {
  if (isTaken(answer)) return false;
  for (let node: Node | null = answer; node; node = node.parentNode)
    if (has(node, "__reactContainer")) return true;
  return false;
}
