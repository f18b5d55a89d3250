import { adoptStyles } from "./adopt-styles.ts";

/** The parts of a bar or of stars that a page can style through the answer's `::part()`. */
const PARTS =
  "widget,bar,star-rating,row,thumbs,thumb,thumb-up,thumb-down,thumb-pressed,stars,star,star-filled,button,more,undo,clear,send,retry,details,categories,label,legend,chip,chip-face,chip-ticked,field,notice,notice-failed,status,icon";

/** The rating does not inherit the answer's text styles. */
const STYLES = `
whetstone-feedback, whetstone-stars {
  font-style: normal; letter-spacing: normal; text-indent: 0; text-transform: none; white-space: normal;
}
`;

const roots = new WeakMap<Element, ShadowRoot>();

/**
 * Shows a rating with its answer, in a shadow root: a framework that hydrates a server-rendered page must not
 * find elements that it did not render. If the answer cannot have a shadow root, the rating is placed after
 * it once the page is loaded and hydrated; `isWanted` tells whether it still should be.
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
    // Not every element can have one, and some already do.
    return undefined;
  }
}

/** Keeps the layout of the answer's content, with the rating below it. */
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

/** How long after loading a framework that leaves no trace may hydrate the page, in milliseconds. */
const TAKEN_WITHIN_MS = 2_000;
/** After this time React will not hydrate it either, for example if it is raw HTML inside a component. */
const TAKEN_BY_MS = 15_000;

/** Calls `place` when the page is loaded and its framework has had time to hydrate it. */
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

/** Whether the answer is inside a React root but not hydrated yet. */
function isReacts(answer: Element): boolean {
  if (isTaken(answer)) return false;
  for (let node: Node | null = answer; node; node = node.parentNode)
    if (has(node, "__reactContainer")) return true;
  return false;
}
