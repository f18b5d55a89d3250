import { newEventId } from "../adapter/event-id.ts";
import type { InteractionFields } from "../client/event.ts";
import type { LoggedInteraction, ServerClient } from "../client/server-client.ts";
import { type Answer, answerFields, nothingYet, withStep } from "./answer-fields.ts";
import { callerFields, callFields } from "./call-fields.ts";
import { type FeedbackIds, readMark, textBefore } from "./feedback-mark.ts";
import type { GenerateCall } from "./sdk-types.ts";

/** How answers are logged. */
export interface WhetstoneMiddlewareOptions {
  client: Pick<ServerClient, "logInteraction">;
  /** The feature that the answers belong to. */
  featureName: string;
  userId?: string | undefined;
  sessionId?: string | undefined;
  /**
   * Additional fields of every interaction, such as `prompt_version`. Fields for one call go into its
   * `providerOptions: { whetstone: { user_id, … } }`, which take precedence.
   */
  fields?: Partial<InteractionFields> | undefined;
  /**
   * How long an answer may wait for its feedback token, in milliseconds. Defaults to 1,000. A stream waits
   * with its first part; after a wait without success, later streams do not wait until a token has arrived
   * again. Until then the token is null; it comes with a later part, and in any case with `onLogged`.
   */
  tokenWaitMs?: number | undefined;
  /** Called when an answer was passed to the client; for a stream, when it begins. */
  onLogged?: ((logged: LoggedInteraction) => void) | undefined;
  /** A clock in milliseconds, in place of `performance.now`. */
  now?: (() => number) | undefined;
}

type Call = Pick<GenerateCall, "params" | "model">;
type Told = Partial<InteractionFields> & Pick<InteractionFields, "response_text">;

/** What a middleware keeps between calls. */
export interface MiddlewareState {
  /** Whether the last wait for a token was unsuccessful. */
  away: boolean;
  /** For answers that called tools: their state after the last step, by interaction. */
  steps: Map<string, Step>;
}

/** An answer after one of its steps. */
interface Step {
  began: number;
  answer: Answer;
}

/** How many answers to keep between two steps; those whose tools never respond are dropped. */
const STEPS_MAX = 1_000;

/**
 * An answer being logged. A message that calls tools and continues is one answer with several steps, each a
 * call of the model. Never throws: logging must not break the model's answer.
 */
export class OpenAnswer {
  readonly #options: WhetstoneMiddlewareOptions;
  readonly #state: MiddlewareState;
  readonly #call: Call;
  readonly #now: () => number;
  readonly #before: Step;
  readonly #id: string;
  /** Whether it had steps before this one. */
  readonly #goesOn: boolean;
  readonly #textBefore: string;
  #token: string | null;
  #stored: Promise<unknown> | undefined;

  constructor(options: WhetstoneMiddlewareOptions, state: MiddlewareState, call: Call) {
    this.#options = options;
    this.#state = state;
    this.#call = call;
    this.#now = options.now ?? (() => performance.now());
    const { interaction_id } = { ...options.fields, ...callerFields(call.params) };
    const mark = readMark(call.params.prompt);
    this.#id = interaction_id ?? mark?.interaction_id ?? newEventId();
    this.#goesOn = mark?.interaction_id === this.#id;
    this.#token = (this.#goesOn && mark?.feedback_token) || null;
    this.#textBefore = this.#goesOn ? textBefore(call.params.prompt) : "";
    this.#before = state.steps.get(this.#id) ?? { began: this.#now(), answer: nothingYet };
  }

  /** The IDs to rate it with. */
  get ids(): FeedbackIds {
    return { interaction_id: this.#id, feedback_token: this.#token };
  }

  /** Logs that the answer begins, so that its token is available with its first part. */
  begin(): void {
    if (this.#token === null) this.logSoFar(nothingYet);
  }

  /** Logs an unfinished answer. */
  logSoFar(step: Answer): void {
    this.#log(step, { response_text: this.#textOf(step), in_progress: true });
  }

  /** Logs the answer at the end of a step: as complete, unless tools still have to respond. */
  logStep(step: Answer): void {
    const answer = withStep(this.#before.answer, step);
    const { steps } = this.#state;
    steps.delete(this.#id);
    if (step.callsTools) steps.set(this.#id, { began: this.#before.began, answer });
    if (steps.size > STEPS_MAX) steps.delete(steps.keys().next().value ?? "");
    const latency = this.#now() - this.#before.began;
    this.#log(answer, {
      ...answerFields(answer, latency, this.#textOf(step)),
      ...(step.callsTools ? { in_progress: true } : {}),
    });
  }

  /** Waits for the token with the first part of a stream. */
  async awaitTokenAtBeginning(): Promise<void> {
    if (!this.#state.away) await this.#awaitToken();
  }

  /**
   * Waits for the token at the end of a step; only once in an answer that continues, and with its last step.
   */
  async awaitTokenAtEnd({ callsTools }: Answer): Promise<void> {
    if (!(callsTools && this.#goesOn)) await this.#awaitToken();
  }

  #textOf({ text }: Answer): string {
    return this.#textBefore && text ? `${this.#textBefore}\n\n${text}` : this.#textBefore || text;
  }

  #log({ responseId, responseModel }: Answer, told: Told): void {
    const { client, featureName, userId, sessionId, fields } = this.#options;
    const { params, model } = this.#call;
    try {
      const {
        user_id = userId,
        session_id = sessionId,
        metadata,
        ...own
      } = { ...fields, ...callerFields(params) };
      const interaction = {
        feature_name: featureName,
        model_name: model.modelId,
        ...callFields(params),
        ...told,
        user_id,
        session_id,
        ...own,
        interaction_id: this.#id,
        metadata: {
          provider: model.provider,
          ...(responseId === undefined ? {} : { response_id: responseId }),
          ...(responseModel === undefined ? {} : { response_model: responseModel }),
          ...metadata,
        },
      };
      this.#listen(client.logInteraction(interaction, { urgent: tokenWait(this.#options) > 0 }));
    } catch {
      // The host's own client may throw.
    }
  }

  #listen(logged: LoggedInteraction): void {
    const isFirst = this.#stored === undefined && !this.#goesOn;
    this.#stored = logged.stored.then(
      ({ feedback_token }) => {
        this.#token = feedback_token;
        this.#state.away = false;
      },
      () => {},
    );
    try {
      if (isFirst) this.#options.onLogged?.(logged);
    } catch {
      // An error of the host's; the answer and its log are unaffected.
    }
  }

  async #awaitToken(): Promise<void> {
    const wait = tokenWait(this.#options);
    if (this.#token !== null || !this.#stored || wait <= 0) return;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, wait);
    });
    await Promise.race([this.#stored, over]);
    clearTimeout(patience);
    if (this.#token === null) this.#state.away = true;
  }
}

const tokenWait = ({ tokenWaitMs = 1_000 }: WhetstoneMiddlewareOptions): number => tokenWaitMs;
