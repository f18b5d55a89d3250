"use client";

import type { TooltipContentProps } from "recharts";
import { countWords, dayWords, intervalWords, percentWords } from "../dashboard/words.ts";
import type { TrendPoint } from "./prepare-trend.ts";

type TrendTooltipProps = Pick<TooltipContentProps, "active" | "payload"> & { pooledDays: number };

/** What lies under the pointer: the rate with n and interval, and the day's interactions. */
export function TrendTooltip({ active, payload, pooledDays }: TrendTooltipProps) {
  const point = payload?.[0]?.payload as TrendPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-xs tabular-nums shadow-large">
      <p className="mb-1 font-medium text-ink">{dayWords(point.day, true)}</p>
      {point.value === null || !point.band ? (
        <p className="text-soft">No thumbs</p>
      ) : (
        <>
          <p className="font-medium text-accent">
            {percentWords(point.value)} positive{pooledDays > 1 && `, ${pooledDays} days`}
          </p>
          <p className="text-soft">
            {intervalWords(...point.band)} · n = {countWords(point.n)}
          </p>
        </>
      )}
      {point.ownValue !== null && (
        <p className="mt-1 text-soft">
          This day {percentWords(point.ownValue)}, n = {countWords(point.ownN)}
        </p>
      )}
      <p className="mt-1 text-soft">
        {countWords(point.interactions)} interactions, {countWords(point.rated)} rated
      </p>
    </div>
  );
}
