const CITATIONS = "a[href], [data-citation]";

/**
 * The clicked citation, if any: the innermost one, but `data-citation` takes precedence over a link inside
 * it.
 */
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
 * The number of a citation in the answer, from 1: its `data-citation` if that is a number, or else its
 * position among the answer's distinct citations.
 */
export function citationNumber(answer: Element, citation: Element): number {
  const told = Number(citation.getAttribute("data-citation"));
  if (Number.isInteger(told) && told > 0) return told;
  const different = new Set<unknown>();
  for (const element of answer.querySelectorAll(CITATIONS)) {
    const around = element.parentElement?.closest("[data-citation]");
    if (!around || !answer.contains(around)) different.add(sourceOf(element));
  }
  // Citations in a shadow root inside the answer cannot be counted.
  return [...different].indexOf(sourceOf(citation)) + 1 || different.size + 1;
}

/** The target of a citation: two links to the same URL are one citation. */
const sourceOf = (citation: Element): unknown =>
  citation.getAttribute("data-citation") || citation.getAttribute("href") || citation;
