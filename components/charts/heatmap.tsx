import { FigureLink } from "../figures/figure-link.tsx";
import type { FigureTarget } from "../figures/figure-target.ts";
import { formatCount } from "../format/numbers.ts";
import { ScrollBox } from "../ui/tables/scroll-box.tsx";
import { heatLevel } from "./prepare-heat.ts";

interface HeatmapProps {
  /** What the table is of, for those who do not see it. */
  caption: string;
  rows: readonly { key: string; label: string }[];
  columns: readonly { key: string; label: string /** Small, under the label. */; detail?: string }[];
  /** The number of a cell; null where there is none to have, such as on the diagonal. */
  value: (row: string, column: string) => number | null;
  /** A number in words; counts as they are. */
  words?: (value: number) => string;
  /** What a cell counts; shown under numbers that are not counts. */
  figure?: (row: string, column: string) => FigureTarget | undefined;
}

/** A matrix of numbers as a table; larger numbers have darker cells. */
export function Heatmap({ caption, rows, columns, value, words = formatCount, figure }: HeatmapProps) {
  const all = rows.flatMap((row) => columns.map((column) => value(row.key, column.key) ?? 0));
  const most = Math.max(0, ...all);
  return (
    <ScrollBox label={`${caption}, table`}>
      <table className="border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ key, label, detail }) => (
              <th key={key} scope="col" className="max-w-24 px-1 pb-1 text-center font-medium text-soft">
                <span className="line-clamp-2" title={label}>
                  {label}
                </span>
                {detail && <span className="block whitespace-nowrap font-normal text-faint">{detail}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th
                scope="row"
                className="sticky left-0 z-1 max-w-40 truncate bg-surface pr-2 text-left font-medium text-soft"
                title={row.label}
              >
                {row.label}
              </th>
              {columns.map(({ key }) => {
                const number = value(row.key, key);
                return (
                  <HeatCell
                    key={key}
                    heat={heatLevel(number, most)}
                    words={number === null ? null : words(number)}
                    figure={number ? figure?.(row.key, key) : undefined}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface HeatCellProps {
  heat: number;
  words: string | null;
  figure: FigureTarget | undefined;
}

function HeatCell({ heat, words, figure }: HeatCellProps) {
  const classes = "block min-w-14 rounded-xs px-2 py-2 text-center text-ink tabular-nums";
  const style = { background: `color-mix(in srgb, var(--accent) ${heat}%, var(--sunken))` };
  if (words === null) return <td aria-label="none" className="rounded-xs" />;
  const count = figure && formatCount(figure.count);
  return (
    <td className="p-0">
      {figure ? (
        <FigureLink figure={figure} className={`${classes} hover:underline`} style={style}>
          {words}
          {count !== words && <span className="block text-2xs">{count}</span>}
        </FigureLink>
      ) : (
        <span className={classes} style={style}>
          {words}
        </span>
      )}
    </td>
  );
}
