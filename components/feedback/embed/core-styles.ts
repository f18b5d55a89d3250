/** What all widgets need beyond embed.js; it comes beside the first of them. */
export { keepKeys } from "./keep-keys.ts";
/** How all widgets look. */
export const styles = WHETSTONE_CORE_STYLES;
