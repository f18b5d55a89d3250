import { Skeleton } from "#components/ui/skeleton.tsx";

/** The place of a draft that is being written. */
export function DraftPending() {
  return (
    <div className="space-y-2.5 py-1">
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-10/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-7/12" />
    </div>
  );
}
