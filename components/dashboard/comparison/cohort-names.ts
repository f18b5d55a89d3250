import { capitalize } from "#components/format/capitalize.ts";
import { formatLanguage } from "#components/format/language.ts";
import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";
import { byCohort, type CohortKind, dimensions } from "#lib/domain/dimensions.ts";

/** What a kind of cohort is called on its page. */
export interface KindLabels {
  /** "Tenants". */
  title: string;
  /** The head of a column: "Tenant". */
  head: string;
  one: string;
  many: string;
}

/** The kinds of cohorts, as they are called. */
export const kindLabels: Record<CohortKind, KindLabels> = byCohort((kind) => {
  const { name: one, plural: many } = dimensions[kind];
  return { title: capitalize(many), head: capitalize(one), one, many };
});

/** How a cohort is called: a language by its name. */
export const cohortName = (kind: CohortKind, cohort: string): string =>
  kind === "language" && cohort !== BEYOND ? formatLanguage(cohort) : formatDimension(cohort);
