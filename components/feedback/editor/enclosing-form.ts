/** The form that an element belongs to, even across shadow roots. */
export function enclosingForm(element: Element): HTMLFormElement | null {
  const own = "form" in element ? element.form : null;
  if (own instanceof HTMLFormElement) return own;
  const form = element.closest("form");
  if (form) return form;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? enclosingForm(root.host) : null;
}
