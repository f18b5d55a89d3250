/** A draft as its writer hands it over. */
export interface Draft {
  text: string;
  /** The model that wrote it; `whetstone-extractive` for the built-in writer. */
  modelName: string;
  /** From the request to the whole text, in milliseconds. */
  latencyMs: number;
  /** As the model's server counted them; undefined where it did not. */
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  /** Why the writer stopped, in the AI SDK's words: `stop`, `length`, … */
  finishReason: string;
}
