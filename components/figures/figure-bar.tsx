/** A figure as its part of the highest beside it. The number stands over it, so it is for the eye only. */
export function FigureBar({ value, highest }: { value: number | null; highest: number }) {
  const part = value === null || highest <= 0 ? 0 : (value / highest) * 100;
  return (
    <span aria-hidden className="absolute inset-x-0 bottom-0 h-[3px]">
      <span className="absolute inset-y-0 right-0 rounded-xs bg-chart-bar" style={{ width: `${part}%` }} />
    </span>
  );
}
