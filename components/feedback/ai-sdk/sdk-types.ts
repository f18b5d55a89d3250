import type { LanguageModelMiddleware } from "ai";

type WrapGenerate = NonNullable<LanguageModelMiddleware["wrapGenerate"]>;
type WrapStream = NonNullable<LanguageModelMiddleware["wrapStream"]>;

/** A call to a model, as the AI SDK passes it to a middleware. */
export type GenerateCall = Parameters<WrapGenerate>[0];
/** A call to a model that streams. */
export type StreamCall = Parameters<WrapStream>[0];
/** The input of a model. */
export type CallParams = GenerateCall["params"];
/** A model's complete answer. */
export type GenerateResult = Awaited<ReturnType<WrapGenerate>>;
/** A model's streamed answer. */
export type StreamResult = Awaited<ReturnType<WrapStream>>;
/** One part of a streamed answer. */
export type StreamPart = StreamResult["stream"] extends ReadableStream<infer Part> ? Part : never;
/** The part that ends a streamed answer. */
export type FinishPart = Extract<StreamPart, { type: "finish" }>;
/** The provider's metadata of an answer. */
export type ProviderMetadata = NonNullable<GenerateResult["providerMetadata"]>;
