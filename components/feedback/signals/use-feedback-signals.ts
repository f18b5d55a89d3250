"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { FeedbackAdapter } from "../adapter/adapter.ts";
import { questionSimilarity, REPHRASE_FROM } from "./question-similarity.ts";
import { trackingRefused } from "./tracking-refused.ts";
import { type Behaviour, roundedShare, watchAnswer } from "./watch-answer.ts";

/** What {@link useFeedbackSignals} takes. */
export interface FeedbackSignalsOptions {
  interactionId: string;
  /** Without a method `signal`, nothing is watched. */
  adapter: Pick<FeedbackAdapter, "signal">;
  /** The element that holds the answer's text and nothing else. Looked up after each render. */
  answer: RefObject<HTMLElement | null>;
  /** What the user asked and this answers; without it, each next question is a follow-up. */
  question?: string | undefined;
  /** Whether the answer is still being written: until it is complete, it is not watched. */
  waiting?: boolean | undefined;
  /** Whether to watch and tell at all; true unless told. */
  enabled?: boolean | undefined;
}

/** What only the host knows of an answer. The same functions in every render. */
export interface FeedbackSignals {
  /** A button of the host's copied the answer, or this share of it (0 to 1): no browser tells of that. */
  copied(share?: number): void;
  /** The user asked for another answer to the same question. */
  regenerated(): void;
  /** The user asked on: told as a rephrase if the question is close to the last one, else as a follow-up. */
  nextQuestion(text: string): void;
  /** The user gave up, as by stopping an answer half-way. */
  abandoned(): void;
  /** The user reached what they came for. */
  sessionCompleted(): void;
  /** The user took the answer as it is, as by inserting it. */
  accepted(): void;
}

/**
 * Tells the adapter how a user behaves towards one answer. Copies (value: share of the text), clicks on links and
 * `[data-citation]` (which one, from 1) and dwell (seconds in sight of a reader who is there; each time the answer is
 * left) are seen by themselves; the functions tell the rest. Where the reader's browser asks for it (Do Not Track,
 * Global Privacy Control), nothing is watched and nothing told.
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
