"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { FeedbackAdapter } from "../adapter/adapter.ts";
import type { SignalFields } from "../adapter/bodies.ts";
import { citationNumber, clickedCitation } from "./citation-number.ts";
import { selectedShare, selectedShareOfField } from "./copied-share.ts";
import { advanceDwell, type DwellEvent, dwellSeconds, isInSight, newDwellClock } from "./dwell-clock.ts";
import { questionSimilarity, REPHRASE_FROM } from "./question-similarity.ts";
import { trackingRefused } from "./tracking-refused.ts";

/** Activity anywhere on the page. */
const LIFE = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown"] as const;

/**
 * Reports for how many seconds the answer was viewed, each time it is left: when the page is hidden or left,
 * or when the returned function is called, which stops observing. Reports nothing if the browser cannot tell
 * what is visible.
 */
function watchDwell(answer: Element, tell: (seconds: number) => void): () => void {
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
  // A page can be left without being hidden first, and return from the back/forward cache.
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
  // In the capture phase, before the queue's own listeners, which send pending events as the page closes.
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

/** An observed signal. */
type Behaviour = Pick<SignalFields, "signal" | "value">;

/**
 * Reports copies from the answer, clicks on its citations, and how long it was viewed; returns a function to
 * stop.
 */
function watchAnswer(answer: HTMLElement, tell: (behaviour: Behaviour) => void): () => void {
  const stopDwell = watchDwell(answer, (seconds) => tell({ signal: "dwell", value: seconds }));
  // A selection can begin outside the answer, and the copy event fires where it begins.
  const root = answer.getRootNode();

  function onCopy(event: Event) {
    const share = copiedShare(answer, event);
    if (share > 0) tell({ signal: "copy", value: roundedShare(share) });
  }
  function onClick(event: Event) {
    const citation = clickedCitation(answer, event.composedPath());
    if (citation) tell({ signal: "citation_click", value: citationNumber(answer, citation) });
  }
  function onMiddleClick(event: MouseEvent) {
    if (event.button === 1) onClick(event);
  }

  root.addEventListener("copy", onCopy);
  answer.addEventListener("click", onClick);
  answer.addEventListener("auxclick", onMiddleClick);
  return () => {
    stopDwell();
    root.removeEventListener("copy", onCopy);
    answer.removeEventListener("click", onClick);
    answer.removeEventListener("auxclick", onMiddleClick);
  };
}

/** A share as reported: a copied word of a long answer is little, but not zero. */
const roundedShare = (share: number): number => Math.max(0.001, Math.round(share * 1_000) / 1_000);

/** A text field has its own selection, which the page's selection does not include. */
function copiedShare(answer: HTMLElement, event: Event): number {
  const path = event.composedPath();
  const ofField = selectedShareOfField(path[0]);
  if (ofField === null) return selectedShare(answer);
  return path.includes(answer) ? ofField : 0;
}

/** Options of {@link useFeedbackSignals}. */
export interface FeedbackSignalsOptions {
  interactionId: string;
  /** Without a `signal` method, nothing is observed. */
  adapter: Pick<FeedbackAdapter, "signal">;
  /** The element that contains only the answer's text. Looked up after each render. */
  answer: RefObject<HTMLElement | null>;
  /** The user's question. Without it, every further question is a follow-up. */
  question?: string | undefined;
  /** Whether the answer is still being generated. It is not observed until complete. */
  waiting?: boolean | undefined;
  /** Whether to observe and report signals. Defaults to true. */
  enabled?: boolean | undefined;
}

/** What only the host knows of an answer. The same functions in every render. */
export interface FeedbackSignals {
  /**
   * Call when your own button copied the answer, or this share of it (0 to 1): browsers do not report this.
   */
  copied(share?: number): void;
  /** Call when the user requested another answer to the same question. */
  regenerated(): void;
  /**
   * Call when the user asked another question. Reported as a rephrase if it is similar to the last one,
   * otherwise as a follow-up.
   */
  nextQuestion(text: string): void;
  /** Call when the user gave up, for example by stopping the answer. */
  abandoned(): void;
  /** Call when the user completed their task. */
  sessionCompleted(): void;
  /** Call when the user accepted the answer, for example by inserting it. */
  accepted(): void;
}

/**
 * Reports how a user interacts with an answer. Copies (value: share of the text), clicks on links and
 * `[data-citation]` (value: its number, from 1) and dwell (seconds in view of an active reader, each time the
 * answer is left) are detected automatically; the functions report the rest. Nothing is observed or reported
 * if the browser sends Do Not Track or Global Privacy Control.
 */
export function useFeedbackSignals(options: FeedbackSignalsOptions): FeedbackSignals {
  const { interactionId, adapter, answer, waiting = false, enabled = true } = options;
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => setElement(answer.current));
  const watching = enabled && !waiting && adapter.signal !== undefined;
  useEffect(() => {
    if (!element || !watching || trackingRefused(globalThis)) return;
    return watchAnswer(element, (behaviour) =>
      latest.current.adapter.signal?.({ interaction_id: interactionId, ...behaviour }),
    );
  }, [element, interactionId, watching]);
  const [signals] = useState(() => toldByHost(() => latest.current));
  return signals;
}

function toldByHost(options: () => FeedbackSignalsOptions): FeedbackSignals {
  function tell(behaviour: Behaviour) {
    const { interactionId, adapter, enabled = true } = options();
    if (!enabled || trackingRefused(globalThis)) return;
    adapter.signal?.({ interaction_id: interactionId, ...behaviour });
  }
  return {
    copied: (share = 1) => tell({ signal: "copy", value: roundedShare(share) }),
    regenerated: () => tell({ signal: "regenerate" }),
    nextQuestion: (text) => tell(askedOn(options().question, text)),
    abandoned: () => tell({ signal: "abandon" }),
    sessionCompleted: () => tell({ signal: "session_complete" }),
    accepted: () => tell({ signal: "accept" }),
  };
}

function askedOn(last: string | undefined, next: string): Behaviour {
  if (!last?.trim()) return { signal: "follow_up" };
  const similarity = Math.round(questionSimilarity(last, next) * 100) / 100;
  return { signal: similarity >= REPHRASE_FROM ? "rephrase" : "follow_up", value: similarity };
}
