import { FigureLink } from "./figure-link.tsx";
import type { FigureTarget } from "./figure-target.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** How many a figure is of, "n = 1,200", and the way to them. */
export function CountLink({ n, figure }: { n: number; figure: FigureTarget | undefined }) {
  const words = `n = ${whole.format(n)}`;
  if (!figure) return words;
  return (
    <FigureLink
      figure={figure}
      className="relative z-1 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {words}
    </FigureLink>
  );
}
