import { Skeleton } from "#components/ui/skeleton.tsx";

/** The outline of a table in a card: models, features, cohorts. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="border-line border-b p-4">
        <Skeleton className="h-4 w-40" />
      </div>
      {Array.from({ length: rows }, (_, index) => index).map((index) => (
        <div key={index} className="flex items-center gap-6 border-line border-b px-4 py-3 last:border-b-0">
          <Skeleton className="h-4 w-36 max-w-1/3" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
