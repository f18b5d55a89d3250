/** How a prompt is called in one piece, in a legend or on an axis; "" where an answer names none. */
export const promptName = (template: string | null, version: string | null): string =>
  [template, version].filter(Boolean).join(" ");
