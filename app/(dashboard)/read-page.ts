import { cookies } from "next/headers";
import { type ActiveValues, activeFilters } from "#components/dashboard/url/active-filters.ts";
import { param, type SearchParams } from "#components/dashboard/url/address.ts";
import type { FilterName } from "#components/dashboard/url/filter-names.ts";
import { type Period, parsePeriod, periodUnit } from "#components/dashboard/url/period.ts";
import { referenceKind, referencePeriod } from "#components/dashboard/url/reference-period.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import { dimensionsOfQuery } from "#lib/domain/dimensions.ts";
import { timeZoneNamed } from "#lib/domain/time-zone.ts";
import { countable, type MetricFilter } from "#lib/evaluate/metrics/index.ts";
import { type PageAccess, pageAccess } from "#lib/platform/auth/page-access.ts";
import { now } from "#lib/platform/clock.ts";

/** What Next hands to a page of a project. */
export interface ProjectPageProps {
  params: Promise<{ project: string }>;
  searchParams: Promise<SearchParams>;
}

/** What a page of a project reads from its address and its reader. */
export interface ProjectPage {
  access: PageAccess;
  /** The address of the project, "/demo". */
  base: string;
  search: SearchParams;
  tz: string;
  /** The time of the request. It is read once, so that all parts of a page are of the same day. */
  now: Date;
  period: Period;
  filter: MetricFilter;
  /** The same for the comparison; null without one, or where it has too many answers to count individually. */
  reference: { kind: ReferenceKind; filter: MetricFilter } | null;
  /** The active filters, by their names in the URL. */
  chosen: ActiveValues;
  /** What the page does not count by. */
  without: readonly FilterName[];
  /** What the address asks for that the page does not count by. */
  leftOut: readonly FilterName[];
  /** The steps in which the window is drawn. */
  unit: "day" | "hour";
}

/**
 * Reads a page's address, zone and reader; redirects or ends where the reader may not be here. What a page does not count
 * by (`without`) is neither offered nor heeded there, and kept in the address for the next page.
 */
export async function readPage(
  { params, searchParams }: ProjectPageProps,
  without: readonly FilterName[] = [],
): Promise<ProjectPage> {
  const [{ project: slug }, search, tz] = await Promise.all([params, searchParams, readerZone()]);
  const access = await pageAccess(slug);
  const at = now();
  const period = parsePeriod(
    { from: param(search, "from"), to: param(search, "to"), days: param(search, "days") },
    tz,
    at,
  );
  const { chosen, leftOut } = activeFilters(search, without);
  const { projectId } = access.project;
  const filter = { projectId, from: period.from, to: period.to, tz, ...dimensionsOfQuery(chosen) };
  const kind = referenceKind(search);
  const compared = kind && { kind, filter: { ...filter, ...referencePeriod(kind, period) } };
  return {
    access,
    base: `/${access.project.slug}`,
    search,
    tz,
    now: at,
    period,
    filter,
    reference: compared && (await countable(compared.filter)).possible ? compared : null,
    chosen,
    without,
    leftOut,
    unit: periodUnit(period),
  };
}

/** The reader's time zone, from a cookie that their browser sets; UTC until then. */
export async function readerZone(): Promise<string> {
  const tz = (await cookies()).get("tz")?.value;
  return (tz && timeZoneNamed(tz)) || "UTC";
}
