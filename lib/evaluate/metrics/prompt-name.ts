import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";

/** How a prompt is called in one piece, in a legend or on an axis; "" where an answer names none. */
export const promptName = (template: string | null, version: string | null): string =>
  template === BEYOND && version === BEYOND
    ? formatDimension(BEYOND)
    : [template, version]
        .filter((name) => name !== null && name !== "")
        .map((name) => formatDimension(name ?? ""))
        .join(" ");
