const CITATIONS = "a[href], [data-citation]";

/** The citation that a click went to, if any: the innermost one, except that `data-citation` goes before a link in it. */
export function clickedCitation(answer: Element, path: readonly EventTarget[]): Element | null {
  const inside = path.slice(0, Math.max(0, path.indexOf(answer)));
  const elements = inside.filter((target): target is Element => target instanceof Element);
  return (
    elements.find((element) => element.matches("[data-citation]")) ??
    elements.find((element) => element.matches(CITATIONS)) ??
    null
  );
}

/**
 * Which of the answer's citations it is, from 1: what its `data-citation` says if that is a number, or else its place
 * among the different ones in the answer.
 */
export function citationNumber(answer: Element, citation: Element): number {
  const told = Number(citation.getAttribute("data-citation"));
  if (Number.isInteger(told) && told > 0) return told;
  const different = new Set<unknown>();
  for (const element of answer.querySelectorAll(CITATIONS)) {
    const around = element.parentElement?.closest("[data-citation]");
    if (!around || !answer.contains(around)) different.add(sourceOf(element));
  }
  // A shadow root inside the answer keeps what is in it from being counted.
  return [...different].indexOf(sourceOf(citation)) + 1 || different.size + 1;
}

/** What is cited: two links to one place are one citation. */
const sourceOf = (citation: Element): unknown =>
  citation.getAttribute("data-citation") || citation.getAttribute("href") || citation;
