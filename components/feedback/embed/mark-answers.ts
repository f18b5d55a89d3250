import { later } from "./later.ts";

/** Places ratings; loaded with the first marked answer. */
const standing = later(
  () => import("./stand-by.ts"),
  () => undefined,
);

/** Marks an element placed after an answer, so that a copy of the page's HTML does not get a second one. */
const PLACED = "data-whetstone-placed";

/**
 * The settings an answer can have as `data-whetstone-…`. They include neither server nor key: HTML written by
 * a model could contain such attributes, which most sanitizers allow, and must not decide who receives the
 * user's feedback.
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

/** Adds a bar, or stars, to each element that is marked as an answer, as long as it exists. */
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

/** The rating after an answer that came with a copy of the page's HTML. */
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
