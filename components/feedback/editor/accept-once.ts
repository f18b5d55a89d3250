import type { FeedbackAdapter } from "../adapter/adapter.ts";
import { trackingRefused } from "../signals/tracking-refused.ts";
import { getMemory } from "../submission/remembered-rating.ts";

/** Tells that the user took the draft as it is: once for an answer, and not where the browser asks for quiet. */
export function acceptOnce(adapter: FeedbackAdapter, interactionId: string): void {
  const memory = getMemory(adapter);
  const key = `accept ${interactionId}`;
  if (!adapter.signal || memory.read(key) || trackingRefused(globalThis)) return;
  memory.write(key, true);
  adapter.signal({ interaction_id: interactionId, signal: "accept" });
}
