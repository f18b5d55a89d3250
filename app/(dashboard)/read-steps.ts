import type { PreviousPeriod, TrendInputSeries } from "#components/dashboard/trends/trend-line.ts";
import type { Measure } from "#components/dashboard/trends/trend-metrics.ts";
import { begunSteps } from "#components/dashboard/trends/trend-past.ts";
import type { TrendSplit } from "#components/dashboard/trends/trend-splits.ts";
import { leadDays } from "#components/dashboard/trends/trend-values.ts";
import { promptParams } from "#components/dashboard/url/prompt-names.ts";
import { addDays, localDate } from "#lib/domain/calendar.ts";
import {
  countable,
  type HistogramKind,
  type MetricFilter,
  type TrendOptions,
  type TrendPoint,
  type TrendSeries,
  type TrendUnit,
  trends,
} from "#lib/evaluate/metrics/index.ts";
import type { ProjectPage } from "./read-page.ts";

/** What the steps of a page's window are read for. */
interface StepsAsked<Point extends { at: string }> {
  unit: TrendUnit;
  measure: Pick<Measure, "kind">;
  split?: TrendSplit | null;
  histograms?: readonly HistogramKind[];
  /** Whether intervals account for how many people rated. */
  raters?: boolean | undefined;
  /** Maximum values to split by. */
  most?: number;
  /** What is read of each step. */
  read: (filter: MetricFilter, options: TrendOptions) => Promise<TrendSeries<Point>[]>;
}

/** The steps of a page's window, of its split where there is one, with those before that its first values need. */
interface Steps<Point> {
  series: TrendInputSeries<Point>[];
  isBefore: (at: string) => boolean;
  /** The same of the period before, where the page compares with it and nothing is split. */
  previous: PreviousPeriod<Point> | null;
}

/** Reads the steps of a page's window of all that is counted of answers and their ratings. */
export const readSteps = (
  page: ProjectPage,
  asked: Omit<StepsAsked<TrendPoint>, "read">,
): Promise<Steps<TrendPoint>> => readStepsOf(page, { ...asked, read: trends });

/**
 * Reads the steps of a page's window, and of the period before it in one go: it ends where the window begins. Where that is
 * too much to be counted singly, only the window is read.
 */
export async function readStepsOf<Point extends { at: string }>(
  { filter, reference, tz, now }: ProjectPage,
  { unit, measure, split = null, histograms = [], raters, most, read }: StepsAsked<Point>,
): Promise<Steps<Point>> {
  const before = reference?.kind === "previous" && !split ? reference.filter : null;
  const by = split ? [split.dimension] : [];
  const lead = leadDays(measure, unit);
  const wide = addDays((before ?? filter).from, -lead);
  const isWide = (await countable({ ...filter, from: wide }, by)).possible;
  const [compared, from] = isWide ? [before, wide] : [null, filter.from];
  const options = {
    unit,
    split: split?.dimension,
    histograms,
    raters,
    ...(most === undefined ? {} : { most }),
  };
  const found = await read({ ...filter, from }, options);
  const dayOf = (at: string) => (unit === "day" ? at : localDate(tz, new Date(at)));
  const isBefore = (at: string) => dayOf(at) < filter.from;
  const first = addDays(filter.from, -lead);
  const [whole] = found;
  return {
    series: found.map((each) => ({
      name: each.name,
      filters: split ? filtersOf(split, each.values) : {},
      points: begunSteps(each.points, { unit, tz, now }).filter(({ at }) => dayOf(at) >= first),
    })),
    isBefore,
    previous: compared && {
      points: whole?.points.filter(({ at }) => isBefore(at)) ?? [],
      isBefore: (at) => dayOf(at) < compared.from,
    },
  };
}

/** What an address asks for to see one line of a split. */
function filtersOf({ name }: TrendSplit, values: TrendSeries["values"]): Record<string, string> {
  const [first = "", second = ""] = values;
  if (name !== "prompt_version") return { [name]: first };
  return promptParams({ promptTemplate: first || null, promptVersion: second || null });
}
