"use client";
import { useState } from "react";
import { hinted, type Outcome } from "../submission/outcome-words.ts";
import { type CommentRatingOptions, commentTexts, useCommentRating } from "../widget/use-comment-rating.ts";
import { useKept } from "../widget/use-kept.ts";

/** Options of {@link useComment}. */
export interface CommentOptions extends CommentRatingOptions {}

/** What a comment box draws, and what its button does. */
export interface CommentDraft {
  /** The text in the field: what is being typed, or the earlier comment. */
  comment: string;
  /** Whether a request is in progress. */
  busy: boolean;
  /** Whether the server has stored this comment. */
  sent: boolean;
  /** The message for a live region, and whether to offer a retry. */
  outcome: Outcome;
  type(comment: string): void;
  /** Sends the comment. An empty one removes an earlier one. */
  send(): void;
  /** Retries what failed, with the current text. */
  retry(): void;
}

/** Headless comment box. Use the interaction's id as the key of the component. */
export function useComment(options: CommentOptions): CommentDraft {
  const { said, refused, stored, say, busy, outcome, retry } = useCommentRating(options);
  // What is typed survives a refusal, which only undoes what was sent; what was refused outlives the box.
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
