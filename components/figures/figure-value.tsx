import { formatCount, NONE } from "../format/numbers.ts";

interface FigureValueProps {
  value: number | null;
  /** How many it is of, where it is a mean or a percentile. */
  n?: number;
  say: (value: number) => string;
}

/** A figure of a table with its n under it; missing is a dash. */
export function FigureValue({ value, n, say }: FigureValueProps) {
  if (value === null) return <span className="text-faint">{NONE}</span>;
  return (
    <>
      <data value={value} className="whitespace-nowrap">
        {say(value)}
      </data>
      {n !== undefined && (
        <span className="block whitespace-nowrap text-faint text-xs">n = {formatCount(n)}</span>
      )}
    </>
  );
}
