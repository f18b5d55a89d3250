import { Stack } from "#components/ui/stack.tsx";
import { ChartOutline } from "./tiles-skeleton.tsx";

/** The outline of charts one under the other: trends, bias. */
export function ChartsSkeleton({ charts = 2 }: { charts?: number }) {
  return (
    <Stack>
      {Array.from({ length: charts }, (_, index) => index).map((index) => (
        <ChartOutline key={index} />
      ))}
    </Stack>
  );
}
