import { later } from "./later.ts";

/** Where ratings stand; it comes with the first answer that is marked. */
const standing = later(
  () => import("./stand-by.ts"),
  () => undefined,
);

/** Marks an element that stands after an answer, so that a copy of the page's HTML does not bring a second one. */
const PLACED = "data-whetstone-placed";

/**
 * What an answer may say of its rating, as `data-whetstone-…`. Neither where the server is nor the key: what a model
 * wrote may become HTML with such attributes, which most sanitizers let through, and is not to choose who gets the
 * user's words.
 */
const GIVEN = [
  "interaction",
  "token",
  "user-id",
  "session-id",
  "categories",
  "positive-categories",
  "lang",
  "waiting",
];
const dataName = (name: string): string => `data-whetstone-${name}`;
const MARKED = `[${dataName("interaction")}]`;

/** Puts a bar, or stars, under each element that is marked as an answer, as long as it is there. */
export function markAnswers(page: Document): MutationObserver {
  const placed = new Map<Element, Element>();

  function place(answer: Element) {
    const stars = answer.getAttribute(dataName("type")) === "stars";
    const tag = stars ? "whetstone-stars" : "whetstone-feedback";
    let rating = placed.get(answer) ?? copiedWith(answer, [...placed.values()]);
    if (rating && (rating.localName !== tag || !answer.matches(MARKED))) {
      rating.remove();
      placed.delete(answer);
      rating = undefined;
    }
    if (!answer.matches(MARKED)) return;
    rating ??= page.createElement(tag);
    rating.setAttribute(PLACED, "");
    for (const name of GIVEN) copyAttribute(answer, dataName(name), rating, name);
    placed.set(answer, rating);
    stand(answer, rating);
  }

  function stand(answer: Element, rating: Element) {
    const isWanted = () => answer.isConnected && placed.get(answer) === rating;
    const isThere = rating.getRootNode() === answer.shadowRoot || rating.previousElementSibling === answer;
    if (isWanted() && !isThere) standing.ask(() => stand(answer, rating))?.standBy(answer, rating, isWanted);
  }

  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "attributes") place(target as Element);
      for (const node of addedNodes) if (node instanceof Element) marksIn(node).forEach(place);
    }
    for (const [answer, rating] of placed) {
      if (answer.isConnected) continue;
      rating.remove();
      placed.delete(answer);
    }
  });
  observer.observe(page, {
    subtree: true,
    childList: true,
    attributeFilter: [...GIVEN, "type"].map(dataName),
  });
  marksIn(page).forEach(place);
  return observer;
}

function marksIn(root: Document | Element): Element[] {
  const inside = [...root.querySelectorAll(MARKED)];
  return root instanceof Element && root.matches(MARKED) ? [root, ...inside] : inside;
}

/** What stands after an answer because the page's HTML was copied with it. */
function copiedWith(answer: Element, known: readonly Element[]): Element | undefined {
  const next = answer.nextElementSibling;
  return next?.hasAttribute(PLACED) && !known.includes(next) ? next : undefined;
}

function copyAttribute(from: Element, name: string, to: Element, as: string): void {
  const value = from.getAttribute(name);
  if (value === to.getAttribute(as)) return;
  if (value === null) to.removeAttribute(as);
  else to.setAttribute(as, value);
}
