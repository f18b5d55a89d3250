"use client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createSubmissionQueue, type SubmissionHost, type SubmissionQueue } from "./submission-queue.ts";
import type { SubmissionState } from "./submission-state.ts";

/**
 * One widget's queue and its present state. The queue belongs to one interaction: a component that uses this
 * is keyed by its interaction's id.
 */
export function useSubmission(
  host: SubmissionHost,
  stored: SubmissionState["stored"] = null,
): [SubmissionState, SubmissionQueue] {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  const [queue] = useState(() => createSubmissionQueue(() => latest.current, stored));
  return [useSyncExternalStore(queue.subscribe, queue.state, queue.state), queue];
}
