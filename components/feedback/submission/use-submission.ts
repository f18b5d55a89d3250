"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { RatingType } from "../adapter/bodies.ts";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import type { SubmissionHost } from "./submission-host.ts";
import { createSubmissionQueue, type SubmissionQueue } from "./submission-queue.ts";
import { initialSubmission, type SubmissionState } from "./submission-state.ts";

/**
 * One widget's queue and its current state, which starts with what the server is known to have, or what this
 * device remembers. The queue belongs to one interaction: components that use this need the interaction's ID
 * as their key.
 */
export function useSubmission(
  host: SubmissionHost,
  type: RatingType,
  stored: SubmissionState["stored"] = null,
): [SubmissionState, SubmissionQueue] {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  const [queue] = useState(() => createSubmissionQueue(() => latest.current, type, stored));
  const [first] = useState(() => initialSubmission(stored));
  const [, redraw] = useState(first);
  // After the first render, which must be the same as on a server.
  useBeforePaint(() => {
    queue.recall();
    redraw(queue.state());
  }, [queue]);
  return [useSyncExternalStore(queue.subscribe, queue.state, () => first), queue];
}
