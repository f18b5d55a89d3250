"use client";
import { useEffect } from "react";
import { getMemory } from "../submission/remembered-rating.ts";
import type { SubmissionHost } from "../submission/submission-host.ts";
import { useBeforePaint } from "./use-before-paint.ts";

/**
 * Saves what was typed but not sent, so that it is still there when the widget returns: after a list removed
 * it from the page, after another answer was shown in its place, after a reload. Undefined deletes it.
 * `recall` gets what was saved, whose shape is not guaranteed.
 */
export function useKept(
  { adapter, interactionId }: Pick<SubmissionHost, "adapter" | "interactionId">,
  name: string,
  value: unknown,
  recall: (kept: unknown) => void,
): void {
  const memory = getMemory(adapter);
  const key = `draft ${name} ${interactionId}`;
  // After the first render, which must be the same as on a server.
  useBeforePaint(() => {
    const kept = memory.read(key);
    if (kept !== undefined) recall(kept);
  }, []);
  useEffect(() => {
    if (value !== undefined || memory.read(key) !== undefined) memory.write(key, value);
  }, [memory, key, value]);
}
