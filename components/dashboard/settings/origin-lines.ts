/** The origins in a text area: one a line (or parted by commas), without what is empty, doubled or a closing slash. */
export const originLines = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((line) => line.trim().replace(/\/+$/, ""))
      .filter(Boolean),
  ),
];
