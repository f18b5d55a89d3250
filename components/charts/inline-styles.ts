import { pictureStyles } from "./picture-styles.ts";

/** What no picture shows. */
const LEFT_OUT = "[data-no-picture], .sr-only, script";

/** A copy that looks the same without any stylesheet; what scrolls is whole in it. */
export function inlined<T extends HTMLElement>(node: T): T {
  return copyOf(node) as T;
}

function copyOf(node: Element): Element {
  const copy = node.cloneNode(false) as Element;
  const look = getComputedStyle(node);
  const styles = pictureStyles.map((name) => `${name}:${look.getPropertyValue(name)}`);
  if (node.matches("[data-scrolls]")) styles.push("overflow:visible", "width:auto", "height:auto");
  copy.removeAttribute("class");
  copy.setAttribute("style", styles.join(";"));
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      if (!child.matches(LEFT_OUT)) copy.append(copyOf(child));
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}
