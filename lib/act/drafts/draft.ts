/** A draft with its metadata. */
export interface Draft {
  text: string;
  /** The model that wrote it; `whetstone-extractive` for the built-in writer. */
  modelName: string;
  /** From the request to the complete text, in milliseconds. */
  latencyMs: number;
  /** As reported by the model's server; undefined if it did not report them. */
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  /** The AI SDK's finish reason: `stop`, `length`, … */
  finishReason: string;
}
