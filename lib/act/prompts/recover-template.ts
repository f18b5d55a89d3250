import { type TemplatePart, writeTemplate } from "#lib/domain/prompt-syntax.ts";

/** A prompt as it was sent, with what its variables were filled in with. */
export interface FilledPrompt {
  promptText: string | null;
  variables: Readonly<Record<string, string | number | boolean>> | null;
}

/** How many filled prompts must come from the same text. */
const AGREED = 2;

/** A name that a template can have. */
const NAME = /^[A-Za-z_]\w{0,63}$/;

/**
 * The text that a prompt was filled in from, where it is not managed here: each value is put back to its name where it
 * stands by itself. Null unless two filled prompts with different values say the same, or two without values are alike.
 */
export function recoverTemplate(filled: readonly FilledPrompt[]): string | null {
  const texts = new Map<string, Set<string>>();
  for (const { promptText, variables } of filled) {
    if (promptText === null) continue;
    const text = unfill(promptText, variables ?? {});
    const from = texts.get(text) ?? new Set();
    // Alike prompts with the same values are one witness; without values, each is one.
    from.add(variables && Object.keys(variables).length > 0 ? promptText : `${from.size}`);
    texts.set(text, from);
  }
  const [best] = [...texts].sort(([, one], [, other]) => other.size - one.size);
  return best && best[1].size >= AGREED ? best[0] : null;
}

function unfill(text: string, variables: NonNullable<FilledPrompt["variables"]>): string {
  const values = Object.entries(variables)
    .map(([variable, value]) => ({ variable, value: String(value) }))
    .filter(({ variable, value }) => NAME.test(variable) && value.trim() !== "")
    .sort((one, other) => other.value.length - one.value.length);
  let parts: TemplatePart[] = [text];
  for (const { variable, value } of values)
    parts = parts.flatMap((part) => (typeof part === "string" ? splitAt(part, value, { variable }) : [part]));
  return writeTemplate(parts);
}

/** A text with the places where a value stands by itself, not as a part of a word, in parts. */
function splitAt(text: string, value: string, tag: TemplatePart): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const inWord = isWordy(text[at - 1]) && isWordy(value[0]);
    const goesOn = isWordy(text[at + value.length]) && isWordy(value.at(-1));
    if (inWord || goesOn) continue;
    parts.push(text.slice(from, at), tag);
    from = at + value.length;
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== "");
}

const isWordy = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
