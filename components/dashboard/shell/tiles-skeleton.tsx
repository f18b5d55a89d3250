import { Skeleton } from "#components/ui/skeleton.tsx";
import { Stack } from "#components/ui/stack.tsx";

/** The outline of figures in tiles over a chart and two cards: an overview. */
export function TilesSkeleton({ tiles }: { tiles: number }) {
  return (
    <Stack>
      <div className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
        {Array.from({ length: tiles }, (_, index) => index).map((index) => (
          <div key={index} className="space-y-2.5 bg-surface p-4">
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="h-7 w-20" />
            <Skeleton className="h-3 w-32 max-w-full" />
          </div>
        ))}
      </div>
      <ChartOutline />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <ChartOutline low />
        <ChartOutline low />
      </div>
    </Stack>
  );
}

/** The outline of a card with a chart. */
export function ChartOutline({ low = false }: { low?: boolean }) {
  return (
    <div className="space-y-4 rounded-lg border border-line bg-surface p-4">
      <Skeleton className="h-4 w-40" />
      <Skeleton className={low ? "h-40 w-full" : "h-64 w-full"} />
    </div>
  );
}
