import { NONE, TOO_FEW } from "../format/numbers.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { CountLink } from "./count-link.tsx";
import type { FigureTarget } from "./figure-target.ts";

/** How an estimate is laid out, and where its n leads. */
export interface EstimateLayout {
  /** All in one line, for tables. */
  inline?: boolean;
  /** For the figure that a tile is about. */
  large?: boolean;
  /** What it is of: its n leads there. */
  figure?: FigureTarget | undefined;
}

interface EstimateValueProps extends EstimateLayout {
  value: number | null;
  n: number;
  /** What is counted, in the plural: "ratings". */
  of: string;
  /** The value in words; asked only where there is one. */
  words: (value: number) => string;
  /** Its 95% confidence interval in words; null where it has none. */
  interval: string | null;
}

/** An estimate, never without its n and, where it has one, its 95% confidence interval; "Not enough data" where n is too small. */
export function EstimateValue(props: EstimateValueProps) {
  const { value, n, of, words, interval, inline = false, large = false, figure } = props;
  const Frame = inline ? "span" : "div";
  const frame = inline ? "inline-flex items-baseline gap-2 whitespace-nowrap" : undefined;
  const head = joinClasses("tabular-nums", large ? "font-semibold text-2xl tracking-tight" : "font-medium");
  const tail = joinClasses("whitespace-nowrap text-faint text-xs tabular-nums", !inline && "block");
  if (value === null)
    return (
      <Frame className={frame}>
        <span className={joinClasses(head, "text-faint")}>{NONE}</span>
        <span className={tail}>no {of}</span>
      </Frame>
    );
  if (n < TOO_FEW)
    return (
      <Frame className={frame}>
        <span className={joinClasses("text-soft", large ? "text-lg leading-[30px]" : "text-sm")}>
          Not enough data
        </span>
        <span className={tail}>
          <CountLink n={n} figure={figure} />
        </span>
      </Frame>
    );
  return (
    <Frame className={frame}>
      <data value={value} className={head}>
        {words(value)}
      </data>
      <span className={tail}>
        {interval !== null && (
          <>
            <span title="95% confidence interval">
              <span className="sr-only">95% confidence interval </span>
              {interval}
            </span>{" "}
            ·{" "}
          </>
        )}
        <CountLink n={n} figure={figure} />
      </span>
    </Frame>
  );
}
