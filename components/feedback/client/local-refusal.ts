import { FeedbackRefused } from "../adapter/refusal.ts";

const details = {
  dropped: "The queue of unsent events was full, and others were worth more.",
  superseded: "A later rating took its place before it was sent.",
  withdrawn: "It was taken back before it was sent.",
  closed: "The client was closed before this could be sent.",
  not_json: "It holds something that JSON cannot, such as a circle or a BigInt.",
  too_large: "It is larger than the server takes.",
} as const;

/** Why an event was never sent to the server, decided by the client. */
export type LocalRefusal = keyof typeof details;

/** The refusal for a decision by the client. */
export const localRefusal = (code: LocalRefusal): FeedbackRefused =>
  new FeedbackRefused({ code, status: 0, detail: details[code], retryable: false });
