const DAY = 24;

/** Hours as people say them: "40 min", "7 h", "3 days", from a fortnight on in weeks. */
export function formatHours(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  if (hours < 2 * DAY) return `${Math.round(hours)} h`;
  const days = hours / DAY;
  if (days < 14) return `${days.toFixed(days < 10 ? 1 : 0)} days`;
  return `${(days / 7).toFixed(1)} weeks`;
}
