/** How a correction changed an answer. A correction can have several kinds. */
export const EDIT_KINDS = ["shorter", "longer", "facts", "format", "tone"] as const;

/** One of {@link EDIT_KINDS}. */
export type EditKind = (typeof EDIT_KINDS)[number];
