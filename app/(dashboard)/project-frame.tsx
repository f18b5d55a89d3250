import { type ReactNode, Suspense } from "react";
import { ExportScope } from "#components/charts/export/export-scope.tsx";
import { BurstNotice } from "#components/dashboard/bursts/burst-notice.tsx";
import type { FilterChoice } from "#components/dashboard/filters/filter-option.ts";
import { FilterView } from "#components/dashboard/filters/filter-view.tsx";
import { FirstEvent } from "#components/dashboard/setup/first-event.tsx";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { CountedSingly } from "#components/dashboard/shell/counted-singly.tsx";
import { ValuesBeyondNotice } from "#components/dashboard/shell/values-beyond.tsx";
import { invalidParams } from "#components/dashboard/url/invalid-params.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Dimension } from "#lib/domain/dimensions.ts";
import {
  type Countable,
  countable,
  listFilterValues,
  SINGLE_MAX,
  type ValuesBeyond,
  valuesBeyond,
} from "#lib/evaluate/metrics/index.ts";
import { type BurstNews, burstNews } from "#lib/observe/bursts/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { readerOrigin } from "../reader-origin.ts";
import { LiveMark } from "./live-mark.tsx";
import type { ProjectPage } from "./read-page.ts";

interface ProjectFrameProps {
  page: ProjectPage;
  title: string;
  note?: ReactNode;
  /** Filters beyond those of every page, and their active values. */
  more?: readonly FilterChoice[];
  chosen?: Record<string, string | undefined>;
  /** Whether the page compares its figures with another period; otherwise there is nothing to choose. */
  compares?: boolean;
  /** The dimensions that the page groups by, in addition to the active filters. */
  by?: readonly Dimension[];
  /** What can be done, right of the title. */
  actions?: ReactNode;
  /** What is shown before the first event; else how to send it. */
  beforeEvents?: ReactNode;
  /** The shape of what comes, until it is there. */
  skeleton?: ReactNode;
  children: ReactNode;
}

/** What all pages of figures have: a title, the filters, and, before the first event, how to send it instead. */
export async function ProjectFrame(props: ProjectFrameProps) {
  const { page, title, note, by, actions, beforeEvents, children, ...rest } = props;
  const [known, beyond, bursts, counting] = await Promise.all([
    listFilterValues(page.filter.projectId),
    valuesBeyond(page.filter),
    burstNews(page.filter.projectId),
    by ? countable(page.filter, by) : null,
  ]);
  return (
    <>
      <PageHeader title={title} note={note} actions={actions} />
      {known.features.length === 0 ? (
        (beforeEvents ?? (
          <FirstEvent
            origin={await readerOrigin()}
            base={page.base}
            sampleSlug={page.access.projects.find(({ isSample }) => isSample)?.slug ?? null}
            mayManage={can(page.access.role, "manage_project")}
          />
        ))
      ) : (
        <Filtered page={page} known={known} {...{ beyond, bursts, counting }} {...rest}>
          {children}
        </Filtered>
      )}
    </>
  );
}

type FilteredProps = Omit<ProjectFrameProps, "title" | "note" | "by" | "actions" | "beforeEvents"> & {
  /** How the page's figures are counted; null where it has none of its own. */
  counting: Countable | null;
  known: Awaited<ReturnType<typeof listFilterValues>>;
  beyond: readonly ValuesBeyond[];
  bursts: BurstNews;
};

function Filtered({
  page,
  known,
  beyond,
  bursts,
  counting,
  more = [],
  chosen = {},
  compares = true,
  skeleton,
  children,
}: FilteredProps) {
  const { access, period, tz, filter } = page;
  return (
    <FilterView
      period={period}
      compares={compares}
      reference={page.reference?.kind ?? null}
      known={known}
      chosen={page.chosen}
      without={page.without}
      more={more}
      moreChosen={chosen}
      faults={invalidParams(page.search, page.leftOut)}
      aside={<LiveMark projectId={filter.projectId} tz={tz} />}
    >
      <ExportScope project={access.project.slug} from={period.from} to={period.to}>
        <BurstNotice news={bursts} base={page.base} />
        <ValuesBeyondNotice beyond={beyond} />
        {counting?.singly && <CountedSingly counting={counting} most={SINGLE_MAX} days={period.days} />}
        {counting?.possible !== false && (
          <Suspense fallback={<Waiting>{skeleton ?? <ChartsSkeleton />}</Waiting>}>{children}</Suspense>
        )}
      </ExportScope>
    </FilterView>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-label="Loading">
      {children}
    </div>
  );
}
