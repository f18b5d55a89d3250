"use client";
import { useState } from "react";
import { hinted, type Outcome } from "../submission/outcome-words.ts";
import { type CommentRatingOptions, commentTexts, useCommentRating } from "../widget/use-comment-rating.ts";
import { useKept } from "../widget/use-kept.ts";

/** What {@link useComment} takes. */
export interface CommentOptions extends CommentRatingOptions {}

/** What a comment box draws, and what its button does. */
export interface CommentDraft {
  /** The text in the box: what is being typed, else what was said before. */
  comment: string;
  /** Whether a request is under way. */
  busy: boolean;
  /** Whether the server has just this comment. */
  sent: boolean;
  /** What to say in a live region, and whether to offer another try. */
  outcome: Outcome;
  type(comment: string): void;
  /** Sends the comment; an empty one takes an earlier one back. */
  send(): void;
  /** Sends what was refused again, as it is typed now. */
  retry(): void;
}

/** A comment box's behaviour without its looks. Key what uses it by its interaction's id. */
export function useComment(options: CommentOptions): CommentDraft {
  const { said, refused, stored, say, busy, outcome, retry } = useCommentRating(options);
  // What is typed outlives a refusal, which takes back only what was said, and what was refused outlives the box.
  const [typed, setTyped] = useState<string | null>(null);
  const [hint, setHint] = useState<"nothingWritten" | "cannotClear" | null>(null);
  const comment = typed ?? refused?.comment ?? said.comment;
  const unsent = typed !== null && typed.trim() !== said.comment;
  useKept(options, "comment", unsent ? typed : undefined, (kept) => {
    if (typeof kept === "string") setTyped(kept);
  });
  return {
    comment,
    busy,
    sent: stored && comment.trim() !== "" && comment.trim() === said.comment,
    outcome: hint ? hinted({ ...outcome, words: "" }, commentTexts(options.texts)[hint]) : outcome,
    type(text) {
      setTyped(text);
      setHint(null);
    },
    send() {
      if (!comment.trim() && !said.comment) return setHint("nothingWritten");
      setHint(say({ comment }) ? null : "cannotClear");
    },
    retry: () => retry({ comment }),
  };
}
