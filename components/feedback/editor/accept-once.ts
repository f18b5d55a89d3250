import type { FeedbackAdapter } from "../adapter/adapter.ts";
import { trackingRefused } from "../signals/tracking-refused.ts";
import { getMemory } from "../submission/remembered-rating.ts";

/**
 * Reports that the user accepted the unchanged draft: once per answer, and not if the browser sends Do Not
 * Track.
 */
export function acceptOnce(adapter: FeedbackAdapter, interactionId: string): void {
  const memory = getMemory(adapter);
  const key = `accept ${interactionId}`;
  if (!adapter.signal || memory.read(key) || trackingRefused(globalThis)) return;
  memory.write(key, true);
  adapter.signal({ interaction_id: interactionId, signal: "accept" });
}
