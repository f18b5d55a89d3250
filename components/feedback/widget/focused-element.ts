/**
 * The focused element from the point of view of `element`: a shadow root knows the focus inside of it, the
 * page does not.
 */
export function focusedElement(element: Element): Element | null {
  return (element.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement ?? null;
}
