import { advanceDwell, type DwellEvent, dwellSeconds, isInSight, newDwellClock } from "./dwell-clock.ts";

/** Signs of life, wherever on the page. */
const LIFE = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown"] as const;

/**
 * Tells for how many seconds the answer was looked at, whenever it is left: by hiding or leaving the page, or by
 * calling what this gives back, which ends the watch. Where the browser cannot tell what is in sight, nothing is told.
 */
export function watchDwell(answer: Element, tell: (seconds: number) => void): () => void {
  const page = answer.ownerDocument;
  const view = page.defaultView;
  if (!view || typeof IntersectionObserver === "undefined") return () => {};
  let clock = newDwellClock(page.visibilityState === "visible", performance.now());

  function advance(event: DwellEvent) {
    clock = advanceDwell(clock, event, performance.now());
  }
  function leave() {
    const seconds = dwellSeconds(clock, performance.now());
    if (seconds === null) return;
    advance({ type: "told" });
    tell(seconds);
  }
  const onLife = () => advance({ type: "active" });
  // A page may be left without being hidden first, and come back out of the browser's cache.
  function onPage(event: Event) {
    const visible = event.type !== "pagehide" && page.visibilityState === "visible";
    advance({ type: "page_changed", visible });
    if (!visible) leave();
  }
  const observer = new IntersectionObserver(
    (sights) => {
      const last = sights.at(-1);
      if (last) advance({ type: "sight_changed", inSight: isInSight(last, view.innerHeight) });
    },
    // Fine enough for answers that are many screens long.
    { threshold: Array.from({ length: 101 }, (_, part) => part / 100) },
  );

  observer.observe(answer);
  for (const type of LIFE) view.addEventListener(type, onLife, { capture: true, passive: true });
  // By capture: before the queue's own listeners, which hand over what waits as the page goes.
  page.addEventListener("visibilitychange", onPage, true);
  for (const type of ["pagehide", "pageshow"]) view.addEventListener(type, onPage, true);
  return () => {
    leave();
    observer.disconnect();
    for (const type of LIFE) view.removeEventListener(type, onLife, true);
    page.removeEventListener("visibilitychange", onPage, true);
    for (const type of ["pagehide", "pageshow"]) view.removeEventListener(type, onPage, true);
  };
}
