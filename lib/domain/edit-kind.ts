/** What a correction did to an answer; one correction may have done several. */
export const EDIT_KINDS = ["shorter", "longer", "facts", "format", "tone"] as const;

/** One of {@link EDIT_KINDS}. */
export type EditKind = (typeof EDIT_KINDS)[number];
