import { rateCells, rateColumns } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { formatCountOf, formatPercent, rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import type { responseDoubt } from "#lib/decide/statistics/index.ts";
import { formatDimension } from "#lib/domain/beyond.ts";
import type { Rate } from "#lib/domain/rate.ts";

/** A feature, or a feature on a model. */
export interface Place {
  featureName: string;
  modelName?: string | undefined;
  responseRate: Rate;
  positive: Rate;
}

/** The places as they are drawn, and what is said of them. */
export interface PlacesView {
  /** Those with the most answers, the highest response rate first. */
  shown: Place[];
  table: TableData;
  summary: string;
  /** A warning where response rates differ considerably; null where they do not. */
  doubt: string | null;
}

/** As many places as a chart shows; the table has all. */
const MOST = 12;

interface PlacesOptions {
  all: Rate;
  /** Whether two response rates differ so much that positive rates are hard to compare. */
  doubt: typeof responseDoubt;
  /** Where so many interactions of a place, or thumbs on them, are. */
  figureOf: (place: Place, rating: "thumbs" | undefined, count: number) => FigureTarget | undefined;
}

/** Decides which places are drawn, in what order, and whether their positive rates are hard to compare. */
export function preparePlaces(places: readonly Place[], { all, doubt, figureOf }: PlacesOptions): PlacesView {
  const byModel = places.some(({ modelName }) => modelName !== undefined);
  const shown = places.slice(0, MOST).sort((one, other) => known(other) - known(one));
  const telling = shown.filter(({ responseRate }) => responseRate.n >= TOO_FEW);
  return {
    shown,
    table: {
      columns: [
        { head: "Feature", rowHead: true },
        ...(byModel ? [{ head: "Model" }] : []),
        ...rateColumns("Response rate"),
        ...rateColumns("Positive rate"),
      ],
      rows: places.map((place) => [
        place.featureName,
        ...(byModel ? [place.modelName ?? null] : []),
        ...rateCells(place.responseRate, figureOf(place, undefined, place.responseRate.n)),
        ...rateCells(place.positive, figureOf(place, "thumbs", place.positive.n)),
      ]),
    },
    summary: `Response rate of ${formatCountOf(places.length, "group")}. Overall: ${rateSentence(all, "interactions")}`,
    doubt: doubtOf(telling[0], telling.at(-1), doubt),
  };
}

const known = ({ responseRate: { value, n } }: Place): number => (value === null || n < TOO_FEW ? -1 : value);

function doubtOf(
  most: Place | undefined,
  least: Place | undefined,
  doubt: typeof responseDoubt,
): string | null {
  if (!most || !least || !doubt(most.responseRate, least.responseRate)) return null;
  const share = ({ responseRate }: Place) => formatPercent(responseRate.value ?? 0);
  return `Response rates differ: ${share(most)} for ${placeName(most)}, ${share(least)} for ${placeName(least)}. Different people may be rating, so compare the positive rates with caution.`;
}

/** A place in one piece: "support-chat on gpt-4". */
export const placeName = ({ featureName, modelName }: Place): string =>
  modelName === undefined
    ? formatDimension(featureName)
    : `${formatDimension(featureName)} on ${formatDimension(modelName)}`;
