import type { ScoreMean } from "#lib/evaluate/metrics/index";
import { CountLink } from "../../figures/count-link.tsx";
import type { FigureTarget } from "../../figures/figure-target.ts";
import { joinClasses } from "../../ui/join-classes.ts";
import { NONE, TOO_FEW } from "../words.ts";
import { formatScoreNumber } from "./score-number.ts";

interface MeanValueProps {
  mean: ScoreMean;
  /** All in one line. */
  inline?: boolean;
  /** For the figure that a tile is about. */
  large?: boolean;
  figure?: FigureTarget | undefined;
}

/** The mean of a score, never without its n and its 95 % interval; too few to say is said. */
export function MeanValue({ mean, inline = false, large = false, figure }: MeanValueProps) {
  const Frame = inline ? "span" : "div";
  const frame = inline ? "inline-flex items-baseline gap-2 whitespace-nowrap" : undefined;
  const head = joinClasses("tabular-nums", large ? "font-semibold text-2xl tracking-tight" : "font-medium");
  const tail = joinClasses("whitespace-nowrap text-faint text-xs tabular-nums", !inline && "block");
  if (mean.value === null)
    return (
      <Frame className={frame}>
        <span className={joinClasses(head, "text-faint")}>{NONE}</span>
        <span className={tail}>no scores</span>
      </Frame>
    );
  if (mean.n < TOO_FEW)
    return (
      <Frame className={frame}>
        <span className={joinClasses("text-soft", large ? "text-lg leading-[30px]" : "text-sm")}>
          Too few to say
        </span>
        <span className={tail}>
          <CountLink n={mean.n} figure={figure} />
        </span>
      </Frame>
    );
  return (
    <Frame className={frame}>
      <data value={mean.value} className={head}>
        {formatScoreNumber(mean.value)}
      </data>
      <span className={tail}>
        {mean.low !== null && mean.high !== null && (
          <span title="95 % interval">
            <span className="sr-only">95 % interval </span>
            {formatScoreNumber(mean.low)}–{formatScoreNumber(mean.high)} ·{" "}
          </span>
        )}
        <CountLink n={mean.n} figure={figure} />
      </span>
    </Frame>
  );
}
