import type { LanguageModelMiddleware } from "ai";

type WrapGenerate = NonNullable<LanguageModelMiddleware["wrapGenerate"]>;
type WrapStream = NonNullable<LanguageModelMiddleware["wrapStream"]>;

/** A call to a model, as the AI SDK hands it to a middleware. */
export type GenerateCall = Parameters<WrapGenerate>[0];
/** A call to a model that streams. */
export type StreamCall = Parameters<WrapStream>[0];
/** What a model is asked. */
export type CallParams = GenerateCall["params"];
/** A model's whole answer. */
export type GenerateResult = Awaited<ReturnType<WrapGenerate>>;
/** A model's answer as it comes. */
export type StreamResult = Awaited<ReturnType<WrapStream>>;
/** One part of a streamed answer. */
export type StreamPart = StreamResult["stream"] extends ReadableStream<infer Part> ? Part : never;
/** The part that ends a streamed answer. */
export type FinishPart = Extract<StreamPart, { type: "finish" }>;
/** What a provider tells beside an answer. */
export type ProviderMetadata = NonNullable<GenerateResult["providerMetadata"]>;
