import {
  ErrorCode,
  type EvaluationContext,
  type FlagMetadata,
  GeneralError,
  type JsonValue,
  OpenFeatureEventEmitter,
  type Provider,
  ProviderEvents,
  ProviderFatalError,
  type ResolutionDetails,
} from "@openfeature/server-sdk";
import type { ExposureFields } from "../client/event.ts";
import { createServerClient, type ServerClient, type ServerClientOptions } from "../client/server-client.ts";
import { type Evaluated, evaluateFlag } from "./evaluate-flag.ts";
import { exposureSender } from "./exposures.ts";
import type { Flag } from "./flag.ts";
import { FlagCache } from "./flag-cache.ts";
import { type ValueTypes, type VariantValues, variantValue } from "./variant-value.ts";

/** How the provider reaches Whetstone, and what variants stand for. */
export interface WhetstoneProviderOptions
  extends Pick<
    ServerClientOptions,
    "baseUrl" | "secretKey" | "flushIntervalMs" | "onDropped" | "onRefused" | "fetch"
  > {
  /** The values of variants, by experiment. A variant without one stands for its own name. */
  values?: Readonly<Record<string, VariantValues>> | undefined;
  /** Whether evaluations are sent as exposures. Defaults to true; false if answers alone are to count. */
  sendExposures?: boolean | undefined;
  /** How often experiments are read, in milliseconds. Defaults to 10,000. */
  refreshMs?: number | undefined;
  /** How long experiments are current without an answer from the server, in milliseconds. Defaults to 300,000. */
  staleAfterMs?: number | undefined;
  /** Timeout for reading experiments in milliseconds. Defaults to 5,000. */
  timeoutMs?: number | undefined;
}

/** An OpenFeature provider for servers: each experiment is a flag, and evaluating it exposes the user to a variant. */
export class WhetstoneProvider implements Provider {
  readonly metadata = { name: "whetstone" } as const;
  readonly runsOn = "server" as const;
  readonly events = new OpenFeatureEventEmitter();
  readonly #values: Readonly<Record<string, VariantValues>>;
  readonly #flags: FlagCache;
  readonly #client: ServerClient;
  readonly #expose: (exposure: ExposureFields) => void;

  constructor(options: WhetstoneProviderOptions) {
    const { baseUrl, secretKey, fetch, flushIntervalMs, onDropped, onRefused } = options;
    this.#values = options.values ?? {};
    this.#client = createServerClient({ baseUrl, secretKey, fetch, flushIntervalMs, onDropped, onRefused });
    this.#expose = options.sendExposures === false ? () => {} : exposureSender(this.#client);
    this.#flags = new FlagCache({
      source: { baseUrl, secretKey, fetch, timeoutMs: options.timeoutMs ?? 5_000 },
      refreshMs: options.refreshMs ?? 10_000,
      staleAfterMs: options.staleAfterMs ?? 300_000,
      random: Math.random,
      onChanged: (flagsChanged) => this.events.emit(ProviderEvents.ConfigurationChanged, { flagsChanged }),
      onStale: ({ detail }) => this.events.emit(ProviderEvents.Stale, { message: detail }),
      onCurrent: () => this.events.emit(ProviderEvents.Ready),
    });
  }

  /**
   * Reads the experiments.
   * @throws ProviderFatalError if the key is refused, GeneralError if the server cannot be reached. It is asked again, and
   * the provider becomes ready by itself.
   */
  async initialize(): Promise<void> {
    const refusal = await this.#flags.refresh();
    if (!refusal) return;
    if (refusal.status !== 401 && refusal.status !== 403) throw new GeneralError(refusal.detail);
    this.#flags.close();
    throw new ProviderFatalError(refusal.detail);
  }

  /** Sends the exposures that are left, and reads no more. */
  async onClose(): Promise<void> {
    this.#flags.close();
    await this.#client.close();
  }

  async resolveBooleanEvaluation(flagKey: string, defaultValue: boolean, context: EvaluationContext) {
    return this.#resolve("boolean", flagKey, defaultValue, context);
  }

  async resolveStringEvaluation(flagKey: string, defaultValue: string, context: EvaluationContext) {
    return this.#resolve("string", flagKey, defaultValue, context);
  }

  async resolveNumberEvaluation(flagKey: string, defaultValue: number, context: EvaluationContext) {
    return this.#resolve("number", flagKey, defaultValue, context);
  }

  async resolveObjectEvaluation<T extends JsonValue>(
    flagKey: string,
    defaultValue: T,
    context: EvaluationContext,
  ) {
    return this.#resolve("object", flagKey, defaultValue, context) as ResolutionDetails<T>;
  }

  #resolve<Type extends keyof ValueTypes>(
    type: Type,
    flagKey: string,
    defaultValue: ValueTypes[Type],
    context: EvaluationContext,
  ): ResolutionDetails<ValueTypes[Type]> {
    const fault = (errorCode: ErrorCode, errorMessage: string) =>
      ({ value: defaultValue, reason: "ERROR", errorCode, errorMessage }) as const;
    if (!this.#flags.isFilled)
      return fault(ErrorCode.PROVIDER_NOT_READY, "Whetstone has not been reached yet.");
    const flag = this.#flags.find(flagKey);
    if (!flag) return fault(ErrorCode.FLAG_NOT_FOUND, `No experiment is named “${flagKey}”.`);
    const evaluated = evaluateFlag(flag, context.targetingKey);
    if (evaluated === "unit_missing")
      return fault(
        ErrorCode.TARGETING_KEY_MISSING,
        `“${flagKey}” assigns users: set targetingKey to the user's ID.`,
      );
    if (evaluated.variant === null)
      return { value: defaultValue, reason: evaluated.reason, flagMetadata: metadataOf(flag, evaluated) };
    const value = variantValue(type, evaluated.variant, this.#values[flagKey]);
    if (value === undefined)
      return fault(
        ErrorCode.TYPE_MISMATCH,
        `Variant “${evaluated.variant}” of “${flagKey}” has no ${type} value: give it one in the provider's values.`,
      );
    const isSplit = evaluated.reason === "SPLIT";
    if (isSplit) this.#expose({ experiment: flagKey, variant: evaluated.variant, ...unitOf(context) });
    const reason = isSplit && this.#flags.isStale ? "STALE" : evaluated.reason;
    return { value, variant: evaluated.variant, reason, flagMetadata: metadataOf(flag, evaluated) };
  }
}

/** Who is exposed: a user, or with `kind: "session"` in the context a session, in the fields of an interaction. */
const unitOf = ({
  targetingKey = "",
  kind,
}: EvaluationContext): Pick<ExposureFields, "user_id" | "session_id"> =>
  kind === "session" ? { session_id: targetingKey } : { user_id: targetingKey };

/** What is known of an evaluation. It names a variant only while users are assigned, as answers log it. */
function metadataOf(
  { experiment, state }: Flag,
  evaluated: Exclude<Evaluated, "unit_missing">,
): FlagMetadata {
  return evaluated.reason === "SPLIT" ? { state, experiment, variant: evaluated.variant } : { state };
}

/** The fields of an interaction that say which variant its user got; none outside of a running experiment. */
export function trackOf(details: { flagMetadata?: Readonly<FlagMetadata> | undefined }): {
  experiment?: string;
  variant?: string;
} {
  const { experiment, variant } = details.flagMetadata ?? {};
  return typeof experiment === "string" && typeof variant === "string" ? { experiment, variant } : {};
}
