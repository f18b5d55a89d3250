import { cookies } from "next/headers";
import { timeZoneNamed } from "#lib/domain/time-zone";
import type { MetricFilter } from "#lib/evaluate/metrics/index";
import { type PageAccess, pageAccess } from "#lib/platform/access/page-access";
import { now } from "#lib/platform/clock";
import { param, type SearchParams } from "../../components/dashboard/address.ts";
import { type Period, periodOf } from "../../components/dashboard/period.ts";

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
  period: Period;
  filter: MetricFilter;
  /** What narrows the window down, by its name in the address. */
  chosen: Record<string, string | undefined>;
}

/** Reads a page's address, zone and reader; redirects or ends where the reader may not be here. */
export async function readPage({ params, searchParams }: ProjectPageProps): Promise<ProjectPage> {
  const [{ project: slug }, search, tz] = await Promise.all([params, searchParams, readerZone()]);
  const access = await pageAccess(slug);
  const period = periodOf(
    { from: param(search, "from"), to: param(search, "to"), days: param(search, "days") },
    tz,
    now(),
  );
  const chosen = {
    feature: param(search, "feature"),
    model: param(search, "model"),
    prompt_version: param(search, "prompt_version"),
  };
  const filter: MetricFilter = {
    projectId: access.project.projectId,
    from: period.from,
    to: period.to,
    tz,
    feature: chosen.feature,
    model: chosen.model,
    promptVersion: chosen.prompt_version,
  };
  return { access, base: `/${access.project.slug}`, search, tz, period, filter, chosen };
}

/** The reader's time zone, as their browser told it in a cookie; UTC until then. */
export async function readerZone(): Promise<string> {
  const tz = (await cookies()).get("tz")?.value;
  return (tz && timeZoneNamed(tz)) || "UTC";
}
