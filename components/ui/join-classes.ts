/** The class names that are there, joined by spaces. */
export const joinClasses = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
