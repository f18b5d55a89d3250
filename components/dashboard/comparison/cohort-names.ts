import { formatLanguage } from "#components/format/language.ts";
import { BEYOND, formatDimension } from "#lib/domain/beyond.ts";
import type { CohortKind } from "#lib/domain/dimensions.ts";

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
export const kindLabels: Record<CohortKind, KindLabels> = {
  tenant: { title: "Tenants", head: "Tenant", one: "tenant", many: "tenants" },
  language: { title: "Languages", head: "Language", one: "language", many: "languages" },
  segment: { title: "Segments", head: "Segment", one: "segment", many: "segments" },
};

/** How a cohort is called: a language by its name. */
export const cohortName = (kind: CohortKind, cohort: string): string =>
  kind === "language" && cohort !== BEYOND ? formatLanguage(cohort) : formatDimension(cohort);
