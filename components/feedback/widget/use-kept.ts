"use client";
import { useEffect } from "react";
import { getMemory } from "../submission/remembered-rating.ts";
import type { SubmissionHost } from "../submission/submission-host.ts";
import { useBeforePaint } from "./use-before-paint.ts";

/**
 * Keeps what is typed and not sent, so that it is there again when the widget is: after a list has taken it off the
 * page, after another answer was shown in its place, after a reload. Undefined forgets it. `recall` is told what was
 * kept; it need not be of the right shape.
 */
export function useKept(
  { adapter, interactionId }: Pick<SubmissionHost, "adapter" | "interactionId">,
  name: string,
  value: unknown,
  recall: (kept: unknown) => void,
): void {
  const memory = getMemory(adapter);
  const key = `draft ${name} ${interactionId}`;
  // After the first render, which has to be the same on a server.
  useBeforePaint(() => {
    const kept = memory.read(key);
    if (kept !== undefined) recall(kept);
  }, []);
  useEffect(() => {
    if (value !== undefined || memory.read(key) !== undefined) memory.write(key, value);
  }, [memory, key, value]);
}
