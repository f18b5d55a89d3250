import { FeedbackRefused } from "../adapter/refusal.ts";

const details = {
  dropped: "The queue of unsent events was full, and others were worth more.",
  superseded: "A later rating took its place before it was sent.",
  withdrawn: "It was taken back before it was sent.",
  closed: "The client was closed before this could be sent.",
  not_json: "It holds something that JSON cannot, such as a circle or a BigInt.",
  too_large: "It is larger than the server takes.",
} as const;

/** Why an event never reached the server, decided on this side. */
export type LocalRefusal = keyof typeof details;

/** The refusal that a decision of the client's own stands for. */
export const localRefusal = (code: LocalRefusal): FeedbackRefused =>
  new FeedbackRefused({ code, status: 0, detail: details[code], retryable: false });
