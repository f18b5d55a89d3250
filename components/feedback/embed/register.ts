import { EditorElement } from "./editor-element.ts";
import { BarElement, StarsElement } from "./elements.ts";
import { markAnswers } from "./mark-answers.ts";

/** Makes the elements known to the page, and watches it for marked answers; the first one of two does. */
export function register(): void {
  if (customElements.get("whetstone-feedback")) return;
  customElements.define("whetstone-feedback", BarElement);
  customElements.define("whetstone-stars", StarsElement);
  customElements.define("whetstone-editor", EditorElement);
  markAnswers(document);
}
