"use client";
import type { RefObject } from "react";
import type { Outcome } from "../submission/outcome-words.ts";
import { looks } from "./looks.ts";
import { PassingButton } from "./passing-button.tsx";

interface NoticeProps {
  outcome: Outcome;
  retryLabel: string;
  onRetry(): void;
  /** Gets the focus if the retry button disappears while focused. */
  heir: RefObject<HTMLElement | null>;
}

/** A widget's only live region, and the retry button. The region must be on the page before its text. */
export function Notice({ outcome, retryLabel, onRetry, heir }: NoticeProps) {
  return (
    <div
      {...looks("notice", outcome.failed ? "notice-failed" : outcome.done ? "notice-done" : "")}
      data-failed={outcome.failed || undefined}
      data-done={outcome.done || undefined}
    >
      <p role="status" aria-live="polite" {...looks("status")}>
        {outcome.words}
      </p>
      {outcome.canRetry && (
        <PassingButton
          part="retry"
          heir={heir}
          aria-busy={!outcome.failed}
          onClick={() => {
            if (outcome.failed) onRetry();
          }}
        >
          {retryLabel}
        </PassingButton>
      )}
    </div>
  );
}
