import { joinClasses } from "#components/ui/join-classes.ts";
import { seriesLook } from "./series-looks.ts";

interface SeriesSwatchProps {
  index: number;
  /** It is a band without a line. */
  band?: boolean;
  faded?: boolean;
}

/** A short piece of a line as it is drawn. */
export function SeriesSwatch({ index, band = false, faded = false }: SeriesSwatchProps) {
  const { colour, dashes } = seriesLook(index);
  return (
    <svg aria-hidden width="22" height="10" className={joinClasses("shrink-0", faded && "opacity-40")}>
      {band ? (
        <rect width="22" height="10" rx="2" fill={colour} fillOpacity="0.3" />
      ) : (
        <line x1="0" x2="22" y1="5" y2="5" stroke={colour} strokeWidth="2.5" strokeDasharray={dashes} />
      )}
    </svg>
  );
}
