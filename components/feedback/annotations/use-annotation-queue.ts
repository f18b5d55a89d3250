"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { type AnnotationQueue, createAnnotationQueue } from "./annotation-queue.ts";
import type { SettlingHost } from "./annotation-requests.ts";
import { type AnnotationState, initialAnnotations } from "./annotation-state.ts";
import { passageOf, type StoredAnnotation } from "./passage.ts";

const none: readonly StoredAnnotation[] = [];

/**
 * The queue of one answer and its present state, which begins with what the host knows and this device remembers: a
 * component that uses this is keyed by its interaction's id.
 */
export function useAnnotationQueue(
  host: SettlingHost,
  annotations: readonly StoredAnnotation[] = none,
): [AnnotationState, AnnotationQueue] {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  const [first] = useState(() => initialAnnotations(annotations.map(passageOf)));
  const [queue] = useState(() => createAnnotationQueue(() => latest.current, first.passages));
  const [, redraw] = useState(first);
  // After the first render, which has to be the same on a server.
  useBeforePaint(() => {
    queue.recall();
    queue.tell(annotations.map(passageOf));
    redraw(queue.state());
  }, [queue, annotations]);
  return [useSyncExternalStore(queue.subscribe, queue.state, () => first), queue];
}
