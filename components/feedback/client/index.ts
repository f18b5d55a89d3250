/** The entry point `whetstone/client`: logging from servers, and sending from pages. */

export type { Kept, Receipt, SubmitHooks } from "../adapter/adapter.ts";
export type { AnnotationFields, SignalFields, SignalName } from "../adapter/bodies.ts";
export { FeedbackRefused, type Refusal } from "../adapter/refusal.ts";
export type { FeatureModel, GetModel, ModelFault, ModelOptions, ModelTrack } from "../prompts/models.ts";
export type {
  ChatPrompt,
  GetPrompt,
  PromptFault,
  PromptMessage,
  PromptOptions,
  PromptOptionsWith,
  PromptTrack,
  PromptVariables,
  TextPrompt,
} from "../prompts/prompt.ts";
export {
  type BrowserClient,
  type BrowserClientOptions,
  createBrowserClient,
  type Sent,
} from "./browser-client.ts";
export type {
  EventReceipt,
  EventType,
  ExposureFields,
  InteractionFields,
  LostEvent,
  PreferenceFields,
  QueueCounts,
  ScoreFields,
  ServerFeedback,
} from "./event.ts";
export type { InteractionReceipt } from "./receipt.ts";
export {
  createServerClient,
  type LoggedInteraction,
  type LogOptions,
  type SentExposure,
  type SentFeedback,
  type SentPreference,
  type ServerClient,
  type ServerClientOptions,
} from "./server-client.ts";
