import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The skeleton of a page: its title, its filters and its metrics. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton className="mb-5 h-6 w-40" />
      <div className="mb-4 space-y-2">
        <div className="flex flex-wrap gap-2">
          <Skeleton className="h-8 w-80 max-w-full" />
          <Skeleton className="h-8 w-40 max-sm:hidden" />
        </div>
        <div className="flex gap-2 max-sm:hidden">
          {[0, 1, 2, 3].map((place) => (
            <Skeleton key={place} className="h-8 w-40" />
          ))}
        </div>
      </div>
      <ChartsSkeleton />
    </div>
  );
}
