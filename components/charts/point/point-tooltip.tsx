import { formatUnitCount } from "#components/figures/figure-target.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { SeriesSwatch } from "../series/series-swatch.tsx";
import type { PointValue, PointView } from "./prepare-point.ts";

interface PointTooltipProps {
  point: PointView;
  /** The line that a click opens. */
  active: PointValue | null;
  x: number;
  width: number;
}

/** The tooltip of a point, on the side where there is room. */
export function PointTooltip({ point, active, x, width }: PointTooltipProps) {
  const several = point.values.filter(({ target }) => target).length > 1;
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div
      aria-hidden
      data-no-picture
      className="pointer-events-none absolute top-1 z-20 max-w-72 rounded-md border border-line bg-raised px-3 py-2 text-xs tabular-nums shadow-large"
      style={side}
    >
      <p className="mb-1 font-medium text-ink">{point.title}</p>
      <ul className="space-y-1">
        {point.values.map(({ name, index, value, detail }) => (
          <li key={name} className="grid grid-cols-[auto_1fr] items-baseline gap-x-2">
            <SeriesSwatch index={index} />
            <span className="min-w-0">
              <span className="flex justify-between gap-3">
                <span
                  className={joinClasses(
                    "truncate",
                    several && index === active?.index ? "font-medium text-ink" : "text-soft",
                  )}
                >
                  {name}
                </span>
                <span className="whitespace-nowrap font-medium text-ink">{value}</span>
              </span>
              {detail && <span className="block text-2xs text-faint">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      {point.markers.map((marker) => (
        <p key={marker} className="mt-1 text-soft">
          {marker}
        </p>
      ))}
      {active?.target && (
        <p className="mt-1 text-faint">
          Click or press Enter to open {formatUnitCount(active.target.count, active.target.unit)}
          {several && ` of ${active.name}`}
        </p>
      )}
    </div>
  );
}
