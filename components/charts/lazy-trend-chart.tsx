"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "../ui/skeleton.tsx";

/** The trend chart, its library fetched beside the page and not before it. It cannot be drawn without a width anyway. */
export const LazyTrendChart = dynamic(() => import("./trend-chart.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-[341px] w-full" />,
});
