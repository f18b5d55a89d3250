export { projectsToGroup, textsFingerprint } from "./due-store.ts";
export type { NegativeText, NegativeTexts } from "./negative-text.ts";
export { negativeTexts, otherTexts } from "./texts-store.ts";
