import type { Refused } from "#components/ui/fields/use-submit.ts";

/** Why a label was not moved, in words. */
export const labelRefusal = ({ message, problem }: Refused): string =>
  (problem as { code?: unknown } | null)?.code === "label_moved"
    ? "Somebody moved this label meanwhile. Reload the page to see where it is."
    : message;
