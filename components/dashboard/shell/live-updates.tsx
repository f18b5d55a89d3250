"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useLive } from "./use-live.ts";

interface LiveUpdatesProps {
  projectId: string;
  /** Whether it shows the inbox. */
  of?: "answers" | "inbox";
  /** What the page at hand shows. */
  version: string;
  /** When it was drawn, on the reader's clock: "14:05:10". */
  drawnAt: string;
}

/** Says how recent the page is; a click pauses or resumes live updates. */
export function LiveUpdates({ projectId, of = "answers", version, drawnAt }: LiveUpdatesProps) {
  const [paused, setPaused] = useState(false);
  const [reached, setReached] = useState(true);
  useLive({ url: `/api/projects/${projectId}/latest?of=${of}`, version, paused, onAnswer: setReached });
  const state = paused ? "Paused" : reached ? "Live" : "Offline";
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      aria-pressed={!paused}
      title={
        paused
          ? "Live updates are paused. Click to resume."
          : reached
            ? "New data appears automatically. Click to pause."
            : "The server does not respond, or you are signed out. Retrying."
      }
      onClick={() => setPaused(!paused)}
      className="group inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-faint text-xs tabular-nums transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-10"
    >
      <span aria-hidden className="flex size-3 items-center justify-center">
        <span
          className={joinClasses(
            "size-2 rounded-full group-hover:hidden group-focus-visible:hidden",
            paused ? "bg-faint" : reached ? "bg-good" : "bg-warn",
          )}
        />
        <Icon className="hidden size-3 group-hover:block group-focus-visible:block" />
      </span>
      <span>
        <span className="sr-only">Live updates:</span>{" "}
        <span className={reached && !paused ? "max-sm:sr-only" : undefined}>{state}</span> {drawnAt}
      </span>
    </button>
  );
}
