"use client";

import { useEffect, useRef } from "react";
import { sendJson } from "#components/ui/fields/send-json.ts";

/** How long something must be in sight to count as looked at, in milliseconds: more than a moment on the way to the next. */
const LOOK_MS = 2_000;

/**
 * Stands in what is looked at, and records the look once it was in sight for more than a moment: on screen, in a tab that
 * is in front. Time in the background does not count.
 */
export function LookTimer({ url, onLooked }: { url: string; onLooked?: () => void }) {
  const place = useRef<HTMLSpanElement>(null);
  const told = useRef(onLooked);
  useEffect(() => {
    told.current = onLooked;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOnScreen = false;
    const record = async () => {
      stop();
      const sent = await sendJson("PUT", url);
      if (sent.ok) told.current?.();
    };
    const weigh = () => {
      clearTimeout(timer);
      if (isOnScreen && !document.hidden) timer = setTimeout(record, LOOK_MS);
    };
    const watcher = new IntersectionObserver(([entry]) => {
      isOnScreen = entry?.isIntersecting ?? false;
      weigh();
    });
    const stop = () => {
      clearTimeout(timer);
      watcher.disconnect();
      document.removeEventListener("visibilitychange", weigh);
    };
    if (place.current) watcher.observe(place.current);
    document.addEventListener("visibilitychange", weigh);
    return stop;
  }, [url]);
  return <span ref={place} aria-hidden className="block h-px" />;
}
