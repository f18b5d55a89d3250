import { promptPath } from "../prompts/prompt-link.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";

/** The report of a prompt within the same period and filters: of one version, or of the one in use. */
export const reportLink = ({ base, search }: FigurePage, template: string, version?: string): string =>
  linkWithFilters(`${promptPath(base, template)}/report`, search, version === undefined ? {} : { version });
