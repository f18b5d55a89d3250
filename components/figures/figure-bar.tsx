/** A value relative to the highest, as a bar. Hidden from screen readers, as the number is above it. */
export function FigureBar({ value, highest }: { value: number | null; highest: number }) {
  const part = value === null || highest <= 0 ? 0 : (value / highest) * 100;
  return (
    <span aria-hidden className="absolute inset-x-0 bottom-0 h-[3px]">
      <span className="absolute inset-y-0 right-0 rounded-xs bg-chart-bar" style={{ width: `${part}%` }} />
    </span>
  );
}
