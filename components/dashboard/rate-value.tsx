import type { Rate } from "#lib/domain/rate";
import { CountLink } from "../figures/count-link.tsx";
import type { FigureTarget } from "../figures/figure-target.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { intervalWords, NONE, percentWords, TOO_FEW } from "./words.ts";

interface RateValueProps {
  rate: Rate;
  /** What is counted, in the plural: "ratings". */
  of: string;
  /** All in one line, for tables. */
  inline?: boolean;
  /** For the figure that a tile is about. */
  large?: boolean;
  /** What it is of: its n leads there. */
  figure?: FigureTarget | undefined;
}

/** A rate, never without its n and its 95 % interval; too few to say is said. */
export function RateValue({ rate, of, inline = false, large = false, figure }: RateValueProps) {
  const head = joinClasses("tabular-nums", large ? "font-semibold text-2xl tracking-tight" : "font-medium");
  const tail = joinClasses(
    "text-faint text-xs tabular-nums",
    inline ? "whitespace-nowrap" : "block whitespace-nowrap",
  );
  const Frame = inline ? "span" : "div";
  const frame = inline ? "inline-flex items-baseline gap-2 whitespace-nowrap" : undefined;
  if (rate.value === null)
    return (
      <Frame className={frame}>
        <span className={joinClasses(head, "text-faint")}>{NONE}</span>
        <span className={tail}>no {of}</span>
      </Frame>
    );
  if (rate.n < TOO_FEW)
    return (
      <Frame className={frame}>
        <span className={joinClasses("text-soft", large ? "text-lg leading-[30px]" : "text-sm")}>
          Too few to say
        </span>
        <span className={tail}>
          <CountLink n={rate.n} figure={figure} />
        </span>
      </Frame>
    );
  return (
    <Frame className={frame}>
      <data value={rate.value} className={head}>
        {percentWords(rate.value)}
      </data>
      <span className={tail}>
        <span title="95 % interval">
          <span className="sr-only">95 % interval </span>
          {intervalWords(rate.low, rate.high)}
        </span>{" "}
        · <CountLink n={rate.n} figure={figure} />
      </span>
    </Frame>
  );
}
