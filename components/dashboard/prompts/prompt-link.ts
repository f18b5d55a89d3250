import type { FigurePage } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";

/** Path of a prompt's page. */
export const promptPath = (base: string, template: string): string =>
  `${base}/prompts/${encodeURIComponent(template)}`;

/** Which version a prompt's page shows, and which one it compares it with. */
interface ShownVersions {
  version?: string;
  base_version?: string;
}

/** A prompt's page within the same period and filters. */
export const promptLink = (
  { base, search }: FigurePage,
  template: string,
  shown: ShownVersions = {},
): string => linkWithFilters(promptPath(base, template), search, { ...shown });
