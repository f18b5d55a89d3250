/** The door `whetstone/client`: logging from servers, and sending from pages. */
export {
  FeedbackRefused,
  type Kept,
  type Receipt,
  type Refusal,
  type SubmitHooks,
} from "../adapter/adapter.ts";
export {
  type BrowserClient,
  type BrowserClientOptions,
  createBrowserClient,
  type Sent,
} from "./browser-client.ts";
export type {
  AnnotationFields,
  EventReceipt,
  EventType,
  InteractionFields,
  LostEvent,
  QueueCounts,
  ServerFeedback,
  SignalFields,
  SignalName,
} from "./event.ts";
export type { InteractionReceipt } from "./receipt.ts";
export {
  createServerClient,
  type LoggedInteraction,
  type LogOptions,
  type SentFeedback,
  type ServerClient,
  type ServerClientOptions,
} from "./server-client.ts";
