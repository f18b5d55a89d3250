"use client";
import type { RefObject } from "react";
import type { Outcome } from "../submission/outcome-words.ts";
import { looks } from "./looks.ts";
import { PassingButton } from "./passing-button.tsx";

interface NoticeProps {
  outcome: Outcome;
  retryLabel: string;
  onRetry(): void;
  /** Takes the focus when the retry button goes while it has it. */
  heir: RefObject<HTMLElement | null>;
}

/** A widget's one live region, and the offer of another try. The region is on the page before its words. */
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
