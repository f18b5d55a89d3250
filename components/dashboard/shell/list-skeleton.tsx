import { Skeleton } from "#components/ui/skeleton.tsx";

/** The outline of a list of answers with an excerpt each. */
export function ListSkeleton({ items = 10 }: { items?: number }) {
  return (
    <div className="rounded-lg border border-line bg-surface">
      {Array.from({ length: items }, (_, index) => index).map((index) => (
        <div key={index} className="space-y-2 border-line border-b px-4 py-3 last:border-b-0">
          <Skeleton className="h-4 w-3/4" />
          <Skeleton className="h-3.5 w-1/2" />
          <Skeleton className="h-3 w-40" />
        </div>
      ))}
    </div>
  );
}
