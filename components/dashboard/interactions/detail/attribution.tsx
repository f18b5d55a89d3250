import { formatMoment } from "#components/format/numbers.ts";

interface SaidByProps {
  at: Date;
  tz: string;
  userHash: string | null;
  /** Whether it stood otherwise before. */
  changed?: boolean;
}

/** When something was said of an interaction, and by which hashed user. */
export function Attribution({ at, tz, userHash, changed = false }: SaidByProps) {
  return (
    <p className="text-faint text-xs tabular-nums">
      {formatMoment(at, tz)}
      {changed && ", updated"}
      {userHash && (
        <span title={`User ${userHash}`}>
          {" · user "}
          <code className="font-mono">{userHash.slice(0, 8)}</code>
        </span>
      )}
    </p>
  );
}
