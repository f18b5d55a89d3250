import { parseTemplate } from "#lib/domain/prompt-syntax.ts";
import { mapTexts, type PromptContent } from "./content.ts";

/** Values for a prompt's variables, by name. */
export type PromptVariables = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A prompt with its variables filled in. */
export interface RenderedPrompt {
  content: PromptContent;
  /** Variables without a value, each once: they still stand in the text. */
  missing: string[];
}

/**
 * Fills the variables of a composed prompt in. A value is put in as it is and not read again, whatever braces it has. The
 * client of the package does the same (components/feedback/prompts/compile-text.ts); a test holds the two equal.
 */
export function renderPrompt(content: PromptContent, variables: PromptVariables): RenderedPrompt {
  const missing = new Set<string>();
  const fill = (name: string): string => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined && value !== null) return String(value);
    missing.add(name);
    return `{{${name}}}`;
  };
  const rendered = mapTexts(content, (text) =>
    parseTemplate(text)
      .parts.map((part) => {
        if (typeof part === "string") return part;
        return "variable" in part ? fill(part.variable) : "";
      })
      .join(""),
  );
  return { content: rendered, missing: [...missing] };
}
