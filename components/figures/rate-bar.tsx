import type { Rate } from "#lib/domain/rate.ts";
import { RateValue } from "./rate-value.tsx";

/** A rate as a bar of the whole with its interval as a paler end, its numbers above it. */
export function RateBar({ label, note, rate }: { label: string; note: string; rate: Rate }) {
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm">
          <span className="text-ink">{label}</span> <span className="text-faint text-xs">{note}</span>
        </span>
        <RateValue rate={rate} of="corrections" inline />
      </div>
      <div aria-hidden className="relative mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className="absolute inset-y-0 left-0 bg-chart-band"
          style={{ width: `${(rate.high ?? 0) * 100}%` }}
        />
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-chart-bar-strong"
          style={{ width: `${(rate.value ?? 0) * 100}%` }}
        />
      </div>
    </>
  );
}
