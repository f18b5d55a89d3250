import { type ComponentProps, type ReactNode, Suspense } from "react";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { ChartsSkeleton } from "#components/dashboard/skeletons/charts-skeleton";
import { PageHeader } from "#components/ui/page-header";
import { dimensions } from "#lib/evaluate/metrics/index";
import { ownOrigin } from "../own-origin.ts";
import type { ProjectPage } from "./read-page.ts";

interface ProjectFrameProps extends Pick<ComponentProps<typeof FilterBar>, "more"> {
  page: ProjectPage;
  title: string;
  note?: ReactNode;
  /** What is chosen beyond what every page offers. */
  chosen?: Record<string, string | undefined>;
  /** The shape of what comes, until it is there. */
  skeleton?: ReactNode;
  children: ReactNode;
}

/** What all pages of figures have: a title, the filters, and, before the first event, how to send it instead. */
export async function ProjectFrame({
  page,
  title,
  note,
  more,
  chosen,
  skeleton = <ChartsSkeleton />,
  children,
}: ProjectFrameProps) {
  const known = await dimensions(page.filter.projectId);
  return (
    <>
      <PageHeader title={title} note={note} />
      {known.features.length === 0 ? (
        <FirstEvent origin={await ownOrigin()} base={page.base} />
      ) : (
        <>
          <FilterBar
            period={page.period}
            dimensions={known}
            chosen={{ ...page.chosen, ...chosen }}
            more={more}
          />
          <Suspense fallback={<Waiting>{skeleton}</Waiting>}>{children}</Suspense>
        </>
      )}
    </>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return (
    <div role="status" aria-label="Loading">
      {children}
    </div>
  );
}
