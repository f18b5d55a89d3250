"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { liveWait } from "./poll-backoff.ts";

interface LiveQuestion {
  /** What tells the version of what there is to show. */
  url: string;
  /** What the page at hand shows. */
  version: string;
  paused: boolean;
  /** Told whether somebody answered. */
  onAnswer: (reached: boolean) => void;
}

/**
 * Has the page drawn anew when there is something new to show, keeping its scroll, focus and all that is open.
 *
 * It asks for a short text every few seconds rather than hold a stream open: the web processes share no state, so a
 * stream would only move the asking to the server, keep one of a browser's few connections to it busy in every tab, and
 * end at each proxy's patience. Nothing is asked while the tab is hidden or the reader has paused it.
 */
export function useLive({ url, version, paused, onAnswer }: LiveQuestion): void {
  const router = useRouter();
  const [refreshing, start] = useTransition();
  useEffect(() => {
    // The page that is on its way has a version of its own, from which asking goes on.
    if (paused || refreshing) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const stopped = new AbortController();
    const askLater = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, liveWait(failures));
    };
    const ask = async () => {
      clearTimeout(timer);
      if (document.hidden) return;
      const latest = await latestVersion(url, stopped.signal);
      if (stopped.signal.aborted) return;
      onAnswer(latest !== null);
      failures = latest === null ? failures + 1 : 0;
      if (latest !== null && latest !== version) start(() => router.refresh());
      else askLater();
    };
    askLater();
    const { signal } = stopped;
    document.addEventListener("visibilitychange", ask, { signal });
    window.addEventListener("online", ask, { signal });
    return () => {
      stopped.abort();
      clearTimeout(timer);
    };
  }, [url, version, paused, refreshing, router, onAnswer]);
}

/** What there is to show now; null when nobody answers, or not to this reader. */
async function latestVersion(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, { cache: "no-store", signal });
    return response.ok ? ((await response.json()) as { version: string }).version : null;
  } catch {
    return null;
  }
}
