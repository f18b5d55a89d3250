"use client";
import type { RefObject } from "react";
import type { Outcome } from "../submission/outcome-words.ts";
import { looks } from "./looks.ts";
import { PassingButton } from "./passing-button.tsx";

interface NoticeProps {
  outcome: Outcome;
  /** Words about the last press that sent nothing, said before the outcome. */
  hint?: string | undefined;
  retryLabel: string;
  onRetry(): void;
  /** Takes the focus when the retry button goes while it has it. */
  heir: RefObject<HTMLElement | null>;
}

/** A widget's one live region, and the offer of another try. The region is on the page before its words. */
export function Notice({ outcome, hint, retryLabel, onRetry, heir }: NoticeProps) {
  const words = [hint, outcome.words].filter(Boolean).join(" ");
  return (
    <div
      {...looks("notice", outcome.failed ? "notice-failed" : "")}
      data-failed={outcome.failed || undefined}
    >
      <p role="status" aria-live="polite" {...looks("status")}>
        {words}
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
