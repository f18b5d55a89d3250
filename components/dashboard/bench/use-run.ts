"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { doneOf, type RunJson } from "./run-words.ts";

/** How often a run that is under way is asked for, in milliseconds. */
const ASK_EVERY = 1_000;

/** A run as the reader sees it now. */
export interface FollowedRun {
  run: RunJson;
  /** How long it has taken so far, in milliseconds. */
  elapsedMs: number;
  /** Takes what a route answered for what holds. */
  take: (run: RunJson) => void;
}

/**
 * Follows a run while it is under way, and has the page drawn anew when there are new answers. A hidden tab asks for nothing.
 * @param given the run as the page was drawn with, and how long it had taken then.
 */
export function useRun(given: RunJson, url: string, elapsed: number): FollowedRun {
  const router = useRouter();
  const [, start] = useTransition();
  const [latest, setLatest] = useState(given);
  const [elapsedMs, setElapsed] = useState(elapsed);
  // What was drawn may be newer than what was asked for.
  const run = isNewer(latest, given) ? latest : given;
  const isRunning = run.state === "running";
  const drawn = markOf(given);
  useEffect(() => {
    if (!isRunning) return;
    const stopped = new AbortController();
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const found = await readRun(url, stopped.signal);
      if (stopped.signal.aborted || !found) return;
      setLatest(found);
      setElapsed(Math.max(0, Date.now() - Date.parse(found.started_at)));
      if (markOf(found) !== drawn) start(() => router.refresh());
    }, ASK_EVERY);
    return () => {
      stopped.abort();
      clearInterval(timer);
    };
  }, [isRunning, url, drawn, router]);
  const take = (answered: RunJson) => {
    setLatest(answered);
    start(() => router.refresh());
  };
  return { run, elapsedMs: isRunning ? elapsedMs : tookMs(run, elapsed), take };
}

/** What the page shows other rows for. */
const markOf = ({ state, progress }: RunJson): string => `${state} ${doneOf(progress)}`;

const isNewer = (one: RunJson, other: RunJson): boolean =>
  (one.state !== "running" || other.state === "running") && doneOf(one.progress) >= doneOf(other.progress);

const tookMs = ({ started_at, ended_at }: RunJson, otherwise: number): number =>
  ended_at ? Date.parse(ended_at) - Date.parse(started_at) : otherwise;

async function readRun(url: string, signal: AbortSignal): Promise<RunJson | null> {
  try {
    const response = await fetch(url, { cache: "no-store", signal });
    return response.ok ? ((await response.json()) as RunJson) : null;
  } catch {
    return null;
  }
}
