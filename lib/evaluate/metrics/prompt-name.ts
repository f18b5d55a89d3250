import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";

/** The display name of a prompt in a legend or on an axis; "" if an answer has none. */
export const promptName = (template: string | null, version: string | null): string =>
  template === BEYOND && version === BEYOND
    ? formatDimension(BEYOND)
    : [template, version]
        .filter((name) => name !== null && name !== "")
        .map((name) => formatDimension(name ?? ""))
        .join(" ");
