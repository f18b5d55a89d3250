import { type PromptContent, type PromptMessage, renderPrompt, textsOf } from "../prompts/index.ts";
import { isConversation, parseConversation, parseJsonMessages } from "./conversation.ts";
import { type ReadPromptText, readPromptText, type Unreadable, type Values } from "./read-prompt-text.ts";

/** What was logged of an answer, as far as its input can be known from it. */
export interface LoggedInput {
  input: string | null;
  promptText: string | null;
  promptVersion: string | null;
  /** The values that were logged; null where none were. */
  variables: Values | null;
  /** The paths of what was too long to be stored whole. */
  cut: readonly string[];
}

/** The version that is run. */
export interface RunVersion {
  version: string;
  content: PromptContent;
  variables: readonly string[];
  /** The variable that the logged input stands for, where it has no value of its own. */
  inputAs: string | null;
}

/** What a model is asked in place of what it was asked; or why that cannot be known, in words. */
export type RecalledInput = { messages: PromptMessage[] } | { reason: string };

/**
 * Puts an answer's logged input into another version of its prompt.
 * @param old the version that made the answer, composed; null where its text is not here.
 */
export function recallInput(logged: LoggedInput, old: PromptContent | null, run: RunVersion): RecalledInput {
  const promptText = logged.cut.includes("prompt_text") ? null : logged.promptText;
  const read = old !== null && promptText !== null ? readPromptText(old, promptText, logged.variables) : null;
  const known = typeof read === "string" ? null : read;
  const values: Record<string, Values[string]> = { ...(logged.variables ?? known?.values) };
  const { inputAs } = run;
  const usesInput = inputAs !== null && !Object.hasOwn(values, inputAs) && isSaid(logged.input);
  if (usesInput) values[inputAs] = logged.input ?? "";
  const missing = run.variables.filter((name) => !Object.hasOwn(values, name));
  if (missing.length > 0) return { reason: whyMissing(missing, { logged, old, read, run }) };
  const cut = cutValue(logged, run.variables, usesInput ? inputAs : null);
  if (cut) return { reason: cut };
  if (read === "tools")
    return { reason: "It is an answer within a conversation that called tools, which cannot be repeated." };
  if (!known && hasSeveralMessages(logged.promptText))
    return { reason: "The conversation around the prompt cannot be read back." };
  const { content } = renderPrompt(run.content, values);
  if (known?.isWhole) return placed(content, known, run);
  const made = old === null ? [] : textsOf(renderPrompt(old, values).content);
  return withInput(content, usesInput ? null : separateInput(logged, values, made), logged, run);
}

/** Whether a logged prompt is more than one message: then an answer to one alone would be an answer to something else. */
function hasSeveralMessages(text: string | null): boolean {
  if (text === null) return false;
  const messages = isConversation(text) ? parseConversation(text) : (parseJsonMessages(text) ?? [text]);
  return messages === null || messages.length > 1;
}

const isSaid = (text: string | null): text is string => text !== null && text.trim() !== "";

/** A version in the place of the one that stood in a logged conversation. */
function placed(
  content: PromptContent,
  { values, before, after }: ReadPromptText,
  run: RunVersion,
): RecalledInput {
  if (run.variables.length === 0 && before.length + after.length === 0)
    return noPlace(run, Object.keys(values).length > 0);
  if (typeof content !== "string") return asQuestion([...before, ...content, ...after], run);
  const role = after[0]?.role === "user" ? "system" : "user";
  return asQuestion([...before, { role, content }, ...after], run);
}

/**
 * The logged input, if it was given to the model beside the prompt: then it stands in none of its values. A logger that
 * takes the whole prompt for the input puts the prompt, or all values, into the input.
 * @param made the texts of the prompt that made the answer, filled in.
 */
function separateInput({ input, variables }: LoggedInput, values: Values, made: readonly string[]) {
  if (!isSaid(input)) return null;
  const said = input.trim();
  const given = Object.values(values)
    .map((value) => String(value).trim())
    .filter((value) => value !== "");
  const isAround =
    made.some((text) => text.trim() !== "" && said.includes(text.trim())) ||
    (variables !== null && given.length > 0 && given.every((value) => said.includes(value)));
  return isAround || given.some((value) => standsIn(value, said)) ? null : input;
}

const PART_OF_WORD = /[\p{L}\p{N}]/u;

/** Most places within words that are passed over: both texts come from outside. */
const PLACES_MAX = 100;

/** Whether a text stands in another one, not within a word of it. */
function standsIn(whole: string, part: string): boolean {
  let at = whole.indexOf(part);
  for (let passed = 0; at >= 0 && passed < PLACES_MAX; passed++) {
    const [before = "", after = ""] = [whole[at - 1], whole[at + part.length]];
    if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after)) return true;
    at = whole.indexOf(part, at + 1);
  }
  return false;
}

/** A version by itself, or as the instructions for a question. */
function withInput(
  content: PromptContent,
  question: string | null,
  logged: LoggedInput,
  run: RunVersion,
): RecalledInput {
  if (question !== null && logged.cut.includes("input")) return { reason: tooLong("input") };
  const asked: PromptMessage[] = question === null ? [] : [{ role: "user", content: question }];
  if (typeof content !== "string") return asQuestion([...content, ...asked], run);
  if (asked.length > 0) return { messages: [{ role: "system", content }, ...asked] };
  if (run.variables.length === 0) return noPlace(run, isSaid(logged.input));
  return { messages: [{ role: "user", content }] };
}

/** That a version without variables says the same to every input. */
const noPlace = ({ version }: RunVersion, hadInput: boolean): RecalledInput => ({
  reason: hadInput
    ? `${version} has no variables, and the answer's input was part of its own prompt.`
    : `${version} has no variables, and no input was logged for the answer.`,
});

/** Messages that a model answers: the last one is a user's. */
const asQuestion = (messages: PromptMessage[], { version }: RunVersion): RecalledInput =>
  messages.at(-1)?.role === "user"
    ? { messages }
    : { reason: `${version} has no user message at its end, and no input was logged beside its prompt.` };

const tooLong = (what: string): string =>
  `“${what}” was too long to be stored whole, so this is not the input that the model had.`;

/** That a value which is needed was cut when it was stored. */
function cutValue(
  { variables, cut }: LoggedInput,
  needed: readonly string[],
  inputAs: string | null,
): string | null {
  if (inputAs !== null && needed.includes(inputAs) && cut.includes("input")) return tooLong("input");
  const name = variables && needed.find((each) => cut.includes(`prompt_variables.${each}`));
  return name ? tooLong(name) : null;
}

interface Missing {
  logged: LoggedInput;
  old: PromptContent | null;
  read: ReadPromptText | Unreadable | null;
  run: RunVersion;
}

/** Why the values of some variables are not known. */
function whyMissing(names: readonly string[], { logged, old, read, run }: Missing): string {
  const braced = names.map((name) => `{{${name}}}`).join(", ");
  const version = logged.promptVersion ?? "an unnamed version";
  if (logged.variables || (read && typeof read !== "string"))
    return `${run.version} needs ${braced}, which this answer of ${version} was not given.`;
  const needed = `${run.version} needs ${braced}; prompt_variables were not logged`;
  if (logged.promptText === null) return `${needed}, and neither was the prompt.`;
  if (logged.cut.includes("prompt_text")) return `${needed}, and the prompt was too long to be stored whole.`;
  if (old === null) return `${needed}, and the text of ${version} is not here to read them from its prompt.`;
  const words: Record<Unreadable, string> = {
    none: `the logged prompt is not what ${version} makes`,
    several: `they can be read from the logged prompt in several ways`,
    tools: "the logged prompt is a conversation that called tools",
  };
  return `${needed}, and ${words[typeof read === "string" ? read : "none"]}.`;
}
