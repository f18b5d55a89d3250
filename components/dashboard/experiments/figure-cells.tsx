import { formatCount, NONE } from "#components/format/numbers.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { differenceTone, USERS_MIN } from "./lead.ts";
import {
  differenceInterval,
  formatMetric,
  formatMetricDifference,
  formatMetricInterval,
  type Interval,
} from "./metric-words.ts";

const small = "block whitespace-nowrap text-faint text-xs";

interface EstimateCellProps {
  metric: string;
  estimate: (Interval & { value: number; n: number }) | null;
}

/** A mean over users with its interval and the number of users; "Not enough data" for too few of them. */
export function EstimateCell({ metric, estimate }: EstimateCellProps) {
  if (!estimate) return <span className="text-faint">{NONE}</span>;
  const { value, n } = estimate;
  const users = `n = ${formatCount(n)}`;
  if (n < USERS_MIN)
    return (
      <>
        <span className="whitespace-nowrap text-soft">Not enough data</span>
        <span className={small}>{users}</span>
      </>
    );
  return (
    <>
      <data value={value} className="font-medium">
        {formatMetric(metric, value)}
      </data>
      <span className={small}>
        {formatMetricInterval(metric, estimate)} · {users}
      </span>
    </>
  );
}

const tones = { open: "text-ink", good: "text-good", bad: "text-bad" } as const;

interface DifferenceCellProps {
  metric: string;
  better: "higher" | "lower";
  difference: (Interval & { value: number }) | null;
  /** What is said where there is none. */
  without?: string;
}

/** A difference from the control with its interval; coloured once the interval excludes zero. */
export function DifferenceCell({ metric, better, difference, without = NONE }: DifferenceCellProps) {
  if (!difference) return <span className="whitespace-nowrap text-faint">{without}</span>;
  return (
    <>
      <data
        value={difference.value}
        className={joinClasses("whitespace-nowrap font-medium", tones[differenceTone(difference, better)])}
      >
        {formatMetricDifference(metric, difference.value)}
      </data>
      <span className={small}>{differenceInterval(metric, difference)}</span>
    </>
  );
}
