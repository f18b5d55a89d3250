/**
 * Modules that every widget needs are part of embed.js, so that a widget takes one request and not a chain of
 * them.
 */
export { ChevronIcon } from "../styles/icons.tsx";
export { toOutcome } from "../submission/outcome-words.ts";
export { storedSubmission } from "../submission/stored-rating.ts";
export { useSubmission } from "../submission/use-submission.ts";
export { englishOutcomes } from "../texts/english/outcomes.ts";
export { textsWith } from "../texts/texts.ts";
export { Notice } from "../widget/notice.tsx";
export { widgetKey } from "../widget/widget-key.ts";
export { WidgetRoot } from "../widget/widget-root.tsx";
export { adoptStyles } from "./adopt-styles.ts";
