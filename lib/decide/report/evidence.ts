import { type Rate, rate } from "#lib/domain/rate.ts";
import type { ComparedCategory } from "./compare-categories.ts";
import type { EditedSentence } from "./study-changes.ts";
import type { ToldShare } from "./told-share.ts";

/** What a recommendation rests on. */
export interface Evidence {
  /** In words: "41% of 58 edits cut at least 15% of the words (95% interval 29% to 54%)". */
  because: string;
  share: Rate;
  /** What the share is of. */
  of: "edits" | "thumbs_down" | "comments";
  count: number;
  /** The category whose thumbs down are counted; null for others. */
  category: string | null;
  /** The answers behind it, newest first; empty for a category, whose answers a list can name. */
  interactionIds: readonly string[];
}

/** What edits do. */
export const editEvidence = ({ share, count, users, interactionIds }: ToldShare, does: string): Evidence => ({
  because: `${percent(share.value)} of ${share.n} edits ${does}, by ${counted(users, "user")} ${interval(share)}.`,
  ...{ share, of: "edits", count, category: null, interactionIds },
});

/** What people write, or take out where it is written. */
export const sentenceEvidence = (sentence: EditedSentence): Evidence => {
  const { does, share, count, users, interactionIds } = sentence;
  const where =
    does === "removed"
      ? `Of ${counted(share.n, "edit")} of answers that have it, ${percent(share.value)} take it out`
      : `${percent(share.value)} of ${share.n} edits add it`;
  return {
    because: `${where}, by ${counted(users, "user")} ${interval(share)}.`,
    ...{ share, of: "edits", count, category: null, interactionIds },
  };
};

/** What thumbs down say. */
export function categoryEvidence({ category, share, count, lift, over }: ComparedCategory): Evidence {
  const often =
    over && lift
      ? `, ${lift.value.toFixed(1)} times as often as elsewhere (${lift.low.toFixed(1)} to ${lift.high.toFixed(1)})`
      : "";
  return {
    because: `${percent(share.value)} of ${counted(share.n, "thumb down", "thumbs down")} say “${category.replaceAll("_", " ")}” ${interval(share)}${often}.`,
    ...{ share, of: "thumbs_down", count, category, interactionIds: [] },
  };
}

/** What several comments say. */
export function commentEvidence(
  { count, interactionIds }: { count: number; interactionIds: readonly string[] },
  read: number,
): Evidence {
  const share = rate(count, read);
  return {
    because: `${count} of ${counted(read, "comment")} with a thumbs down say this, or nearly.`,
    ...{ share, of: "comments", count, category: null, interactionIds },
  };
}

const percent = (share: number | null): string => `${Math.round((share ?? 0) * 100)}%`;

const interval = ({ low, high }: Rate): string => `(95% interval ${percent(low)} to ${percent(high)})`;

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
