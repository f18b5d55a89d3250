import type { InteractionFields } from "../client/event.ts";
import type { LoggedInteraction, ServerClient } from "../client/server-client.ts";
import { type Answer, answerFields } from "./answer-fields.ts";
import { callerFields, callFields } from "./call-fields.ts";
import type { GenerateCall, ProviderMetadata } from "./sdk-types.ts";

/** How answers are logged. */
export interface WhetstoneMiddlewareOptions {
  client: Pick<ServerClient, "logInteraction">;
  /** The feature that the answers belong to. */
  featureName: string;
  userId?: string | undefined;
  sessionId?: string | undefined;
  /**
   * Further fields of every interaction, such as `prompt_version`. What is of one call alone goes into its
   * `providerOptions: { whetstone: { user_id, … } }`, which wins.
   */
  fields?: Partial<InteractionFields> | undefined;
  /**
   * How long the end of an answer may wait for its feedback token, in milliseconds; 1,000 unless told. The text does
   * not wait. When it was not enough, the token is null, and comes with `onLogged`.
   */
  tokenWaitMs?: number | undefined;
  /** Called when an answer was handed to the client. */
  onLogged?: ((logged: LoggedInteraction) => void) | undefined;
  /** A clock in milliseconds, in place of `performance.now`. */
  now?: (() => number) | undefined;
}

type Call = Pick<GenerateCall, "params" | "model">;

/** Logs an answer, if it says anything. Never throws: what is asked of the model must not hang on its log. */
export function logAnswer(
  options: WhetstoneMiddlewareOptions,
  { params, model }: Call,
  answer: Answer,
  latencyMs: number,
): LoggedInteraction | null {
  if (answer.text.trim() === "") return null;
  try {
    const {
      user_id = options.userId,
      session_id = options.sessionId,
      metadata,
      ...own
    } = {
      ...options.fields,
      ...callerFields(params),
    };
    const interaction = {
      feature_name: options.featureName,
      model_name: model.modelId,
      ...callFields(params),
      ...answerFields(answer, latencyMs),
      user_id,
      session_id,
      ...own,
      metadata: { provider: model.provider, ...responseFacts(answer), ...metadata },
    };
    const urgent = tokenWait(options) > 0;
    const logged = options.client.logInteraction(interaction, { urgent });
    tellHost(options, logged);
    return logged;
  } catch {
    return null;
  }
}

function tellHost({ onLogged }: WhetstoneMiddlewareOptions, logged: LoggedInteraction): void {
  try {
    onLogged?.(logged);
  } catch {
    // The host's own fault; the answer and its log are as they should be.
  }
}

/** What the caller is told of a logged answer, once its token is there or the patience is over. */
export async function whetstoneMetadata(
  options: WhetstoneMiddlewareOptions,
  { interactionId, stored }: LoggedInteraction,
): Promise<ProviderMetadata[string]> {
  return { interaction_id: interactionId, feedback_token: await tokenWithin(stored, tokenWait(options)) };
}

function tokenWithin(stored: LoggedInteraction["stored"], waitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(null), waitMs);
    const settle = (token: string | null) => {
      clearTimeout(patience);
      resolve(token);
    };
    stored.then(
      ({ feedback_token }) => settle(feedback_token),
      () => settle(null),
    );
  });
}

const tokenWait = ({ tokenWaitMs = 1_000 }: WhetstoneMiddlewareOptions): number => tokenWaitMs;

const responseFacts = ({ responseId, responseModel }: Answer) => ({
  ...(responseId === undefined ? {} : { response_id: responseId }),
  ...(responseModel === undefined ? {} : { response_model: responseModel }),
});
