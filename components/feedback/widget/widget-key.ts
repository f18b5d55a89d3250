import type { SubmissionHost } from "../submission/submission-host.ts";

/** What a widget is keyed by: one answer and one user of the device, so that nobody sees or changes what another said. */
export const widgetKey = ({ interactionId, adapter }: Pick<SubmissionHost, "interactionId" | "adapter">) =>
  `${interactionId} ${adapter.memory?.scope}`;
