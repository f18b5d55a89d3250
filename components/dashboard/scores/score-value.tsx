import type { ScoreFigures } from "#lib/loop/read-scores";
import { RateValue } from "../rate-value.tsx";
import { countWords, percentWords } from "../words.ts";

/** What a score came to: a mean or a share, never without its n and its interval; of a category its commonest label. */
export function ScoreValue({ figures }: { figures: ScoreFigures }) {
  const { mean, shareTrue, labels, n } = figures;
  if (shareTrue) return <RateValue rate={shareTrue} of="scores" inline />;
  if (mean?.value === null) return <span className="text-faint text-sm">no scores</span>;
  if (mean)
    return (
      <span className="inline-flex items-baseline gap-2 whitespace-nowrap">
        <data value={mean.value} className="font-medium tabular-nums">
          {format(mean.value)}
        </data>
        <span className="text-faint text-xs tabular-nums">
          {mean.low !== null && mean.high !== null && (
            <span title="95 % interval">
              <span className="sr-only">95 % interval </span>
              {format(mean.low)}–{format(mean.high)}{" "}
            </span>
          )}
          · n = {countWords(mean.n)}
        </span>
      </span>
    );
  const [most] = [...labels].sort((one, other) => other.count - one.count);
  return (
    <span className="whitespace-nowrap text-sm">
      {most?.share.value != null && `${most.label} ${percentWords(most.share.value)} `}
      <span className="text-faint text-xs tabular-nums">· n = {countWords(n)}</span>
    </span>
  );
}

const format = (value: number): string => value.toLocaleString("en", { maximumSignificantDigits: 4 });
