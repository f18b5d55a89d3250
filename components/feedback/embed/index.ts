/** embed.js: the widgets as elements of any page. */
import { EditorElement } from "./editor-element.ts";
import { BarElement, StarsElement } from "./elements.ts";
import { markAnswers } from "./mark-answers.ts";

export * from "./shared-modules.ts";

customElements.define("whetstone-feedback", BarElement);
customElements.define("whetstone-stars", StarsElement);
customElements.define("whetstone-editor", EditorElement);
markAnswers(document);
