import type { SubmissionHost } from "../submission/submission-host.ts";

/**
 * The key of a widget: one answer and one user of the device, so that no one sees or changes someone else's
 * feedback.
 */
export const widgetKey = ({ interactionId, adapter }: Pick<SubmissionHost, "interactionId" | "adapter">) =>
  `${interactionId} ${adapter.memory?.scope}`;
