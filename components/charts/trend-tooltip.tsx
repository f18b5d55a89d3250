"use client";

import type { TooltipContentProps } from "recharts";
import { countWords, dayWords, intervalWords, percentWords } from "../dashboard/words.ts";
import type { TrendPoint } from "./prepare-trend.ts";

/** What lies under the pointer: a day's rate with n and interval, and its interactions. */
export function TrendTooltip({ active, payload }: TooltipContentProps) {
  const point = payload?.[0]?.payload as TrendPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-xs tabular-nums shadow-large">
      <p className="mb-1 font-medium text-ink">{dayWords(point.day, true)}</p>
      {point.value === null || !point.band ? (
        <p className="text-soft">No thumbs</p>
      ) : (
        <>
          <p className="font-medium text-accent">{percentWords(point.value)} positive</p>
          <p className="text-soft">
            {intervalWords(...point.band)} · n = {countWords(point.n)}
          </p>
        </>
      )}
      <p className="mt-1 text-soft">
        {countWords(point.interactions)} interactions, {countWords(point.rated)} rated
      </p>
    </div>
  );
}
