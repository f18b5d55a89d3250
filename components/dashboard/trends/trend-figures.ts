import type { TrendUnit } from "#lib/evaluate/metrics/index.ts";
import { type FigurePage, listTarget } from "../url/figure-population.ts";
import { stepWindow } from "../url/step-window.ts";
import type { TrendFigure } from "./trend-line.ts";
import type { MetricLabels } from "./trend-metrics.ts";

/** Where the things are that the values of a metric are of, on a page. */
export const trendFigures =
  (page: FigurePage, { population }: MetricLabels, unit: TrendUnit, tz: string): TrendFigure =>
  ({ at, pooled, filters }, count) =>
    listTarget(page, { ...population, filters, window: stepWindow(at, unit, tz, pooled) }, count);
