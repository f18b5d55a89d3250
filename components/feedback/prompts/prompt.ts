/** Values for a prompt's variables, by name. */
export type PromptVariables = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One message of a chat prompt. */
export interface PromptMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** Which prompt is wanted, and what for. */
export interface PromptOptions {
  /** The label whose version is wanted; `production` unless told. */
  label?: string | undefined;
  /** A version by its name, such as `v3`, in place of a label. */
  version?: string | undefined;
  variables?: PromptVariables | undefined;
  /** Whom it is for: decides the variant where an experiment runs; logged with the answer. */
  user?: string | undefined;
  /** The session that it is for, which decides where there is no user; logged with the answer. */
  session?: string | undefined;
}

/** The same, with what stands in where no version was ever fetched: a text, or messages for a chat prompt. */
export interface PromptOptionsWith<Fallback> extends PromptOptions {
  /** It may have variables, too. */
  fallback: Fallback;
}

/** What an interaction tells of the prompt that it was made with: to be spread into `logInteraction`. */
// Not an interface: those are not taken where a record of JSON is wanted.
export type PromptTrack = {
  prompt_template: string;
  /** `fallback` where the fallback was used. */
  prompt_version: string;
  /** What its variables were: another version can be run on them. */
  prompt_variables?: Record<string, string | number | boolean>;
  /** Where the user is in an experiment. */
  experiment?: string;
  variant?: string;
  user_id?: string;
  session_id?: string;
};

/** What every prompt that was got has. */
interface GotPrompt {
  /** The version; null of a fallback. */
  version: string | null;
  /** The user's variant; null where no experiment runs, or the user is not in it. */
  variant: string | null;
  /** The model that the version was written for, if it names one. */
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
  track: PromptTrack;
}

/** A prompt that is one text, with its variables filled in. */
export interface TextPrompt extends GotPrompt {
  kind: "text";
  text: string;
}

/** A prompt of several messages, with their variables filled in. */
export interface ChatPrompt extends GotPrompt {
  kind: "chat";
  messages: PromptMessage[];
}

/** Gets prompts; never throws, and waits only where nothing was fetched before. */
export interface GetPrompt {
  (template: string, options: PromptOptionsWith<string>): Promise<TextPrompt>;
  (template: string, options: PromptOptionsWith<readonly PromptMessage[]>): Promise<ChatPrompt>;
  (template: string, options?: PromptOptions): Promise<TextPrompt | ChatPrompt>;
}

/** What went wrong with a prompt, while the product got one all the same. */
export interface PromptFault {
  /**
   * `fetch_failed`: the version that was fetched last is used, or the fallback. `wrong_kind`: the fallback is used, as the
   * prompt is of the other kind. `missing_variables`: they stand in the text as they are.
   */
  code: "fetch_failed" | "wrong_kind" | "missing_variables";
  template: string;
  detail: string;
}
