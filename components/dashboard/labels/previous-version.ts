import type { LabelMove } from "#lib/act/prompts/index.ts";

/**
 * The version that a rollback moves a label to: the one that it stood for before the version at hand was published, as an
 * undo would find it. Moving back to an earlier version takes away what was published after it; removing the label, all.
 * @param moves the label's moves among others, newest first.
 * @returns null where nothing came before.
 */
export function previousVersion(
  { label, version }: { label: string; version: string },
  moves: readonly Pick<LabelMove, "label" | "fromVersion" | "toVersion">[],
): string | null {
  const own = moves.filter((move) => move.label === label).toReversed();
  const line = own[0]?.fromVersion ? [own[0].fromVersion] : [];
  for (const { toVersion } of own) {
    const at = toVersion === null ? 0 : line.indexOf(toVersion);
    if (at >= 0) line.length = toVersion === null ? 0 : at + 1;
    else if (toVersion !== null) line.push(toVersion);
  }
  return line.at(-1) === version ? (line.at(-2) ?? null) : null;
}
