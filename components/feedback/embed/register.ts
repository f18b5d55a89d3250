import { EditorElement } from "./editor-element.ts";
import { BarElement, StarsElement } from "./elements.ts";
import { markAnswers } from "./mark-answers.ts";

/**
 * Registers the elements and starts watching the page for marked answers; only the first of two scripts does.
 */
export function register(): void {
  if (customElements.get("whetstone-feedback")) return;
  customElements.define("whetstone-feedback", BarElement);
  customElements.define("whetstone-stars", StarsElement);
  customElements.define("whetstone-editor", EditorElement);
  markAnswers(document);
}
