/** What all widgets need beyond embed.js; loaded with the first of them. */
export { keepKeys } from "./keep-keys.ts";
/** The common styles of all widgets. */
export const styles = WHETSTONE_CORE_STYLES;
