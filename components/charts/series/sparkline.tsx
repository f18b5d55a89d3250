import { prepareSparkline } from "./prepare-sparkline.ts";

interface SparklineProps {
  values: readonly (number | null)[];
  /** In pixels. */
  width?: number;
  height?: number;
  className?: string;
}

/** A small chart of a metric. Hidden from screen readers, as the number is next to it. */
export function Sparkline({ values, width = 96, height = 24, className }: SparklineProps) {
  const { paths, dots, last } = prepareSparkline(values, width, height);
  return (
    <svg aria-hidden width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={className}>
      {paths.map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="var(--chart-bar-strong)"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ))}
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="1.25" fill="var(--chart-bar-strong)" />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="2.25" fill="var(--accent)" />}
    </svg>
  );
}
