"use client";

import type { ReactElement } from "react";
import { ResponsiveContainer } from "recharts";

/** Room for a chart: as wide as its parent, of this height in pixels. */
export function ChartSpace({ height, children }: { height: number; children: ReactElement }) {
  return (
    <div style={{ height }} className="w-full">
      <ResponsiveContainer width="100%" height={height} minWidth={0}>
        {children}
      </ResponsiveContainer>
    </div>
  );
}
