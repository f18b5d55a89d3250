import {
  type Include,
  includeKey,
  parseTemplate,
  type TemplatePart,
  variablesOf,
  writeTemplate,
} from "#lib/domain/prompt-syntax.ts";
import { mapTexts, type PromptContent, type PromptKind, textPath } from "./content.ts";

/** How many prompts may include each other in a row. */
export const DEPTH_MAX = 5;

/** Most characters of a prompt with all that it includes. */
export const COMPOSED_MAX = 500_000;

/** A version that may be included. */
export interface Includable {
  template: string;
  kind: PromptKind;
  content: PromptContent;
}

/** Finds what an include stands for; null where there is none. */
export type FindIncluded = (include: Include) => Includable | null;

/** A prompt with what it includes in its place. */
export interface ComposedPrompt {
  content: PromptContent;
  /** All variables, those of what is included among them. */
  variables: string[];
}

/** Why a prompt cannot be composed. */
export class ComposeFault extends Error {
  /** Where in a body of its content. */
  readonly path: string;

  constructor(message: string, path: string) {
    super(message);
    this.name = "ComposeFault";
    this.path = path;
  }
}

/**
 * Puts what a prompt includes in its place.
 * @throws ComposeFault for an include that leads nowhere, back to a prompt that it comes from, too deep or to a chat
 * prompt, and for a text that becomes too long.
 */
export function composePrompt(
  { template, content }: Omit<Includable, "kind">,
  find: FindIncluded,
): ComposedPrompt {
  const variables = new Set<string>();
  const composer = new Composer(find);
  const composed = mapTexts(content, (text, index) => {
    const path = textPath(content, index);
    const { parts } = parseTemplate(text);
    if (parts.every((part) => typeof part === "string" || "variable" in part)) {
      for (const name of variablesOf(parts)) variables.add(name);
      return text;
    }
    const whole = composer.compose(parts, [template], path);
    for (const name of variablesOf(whole.parts)) variables.add(name);
    return writeTemplate(whole.parts);
  });
  return { content: composed, variables: [...variables] };
}

interface Composed {
  parts: TemplatePart[];
  size: number;
  /** How many prompts include each other in a row below it. */
  depth: number;
}

/** Composes each included version once, however often it is named. */
class Composer {
  readonly #find: FindIncluded;
  readonly #known = new Map<string, Composed>();

  constructor(find: FindIncluded) {
    this.#find = find;
  }

  /** @param chain the templates that lead here. */
  compose(parts: readonly TemplatePart[], chain: readonly string[], path: string): Composed {
    const whole: Composed = { parts: [], size: 0, depth: 0 };
    for (const part of parts) {
      if (typeof part === "string" || "variable" in part) {
        whole.parts.push(part);
        whole.size += typeof part === "string" ? part.length : part.variable.length + "{{}}".length;
      } else {
        const included = this.#include(part.include, chain, path);
        for (const each of included.parts) whole.parts.push(each);
        whole.size += included.size;
        whole.depth = Math.max(whole.depth, included.depth + 1);
      }
      if (whole.size > COMPOSED_MAX)
        throw new ComposeFault(
          `“${chain[0]}” has more than ${COMPOSED_MAX.toLocaleString("en")} characters with all that it includes`,
          path,
        );
    }
    if (whole.depth + chain.length - 1 > DEPTH_MAX) throw tooDeep(chain, path);
    return whole;
  }

  #include(include: Include, chain: readonly string[], path: string): Composed {
    const { template } = include;
    if (chain.includes(template))
      throw new ComposeFault(`the prompts include each other: ${[...chain, template].join(" → ")}`, path);
    if (chain.length > DEPTH_MAX) throw tooDeep([...chain, template], path);
    const key = includeKey(include);
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#find(include);
    if (!found) throw new ComposeFault(`{{> ${key}}}: there is no such version of a prompt here`, path);
    if (typeof found.content !== "string")
      throw new ComposeFault(`{{> ${key}}} is a chat prompt; only text prompts can be included`, path);
    const made = this.compose(parseTemplate(found.content).parts, [...chain, template], path);
    this.#known.set(key, made);
    return made;
  }
}

const tooDeep = (chain: readonly string[], path: string): ComposeFault =>
  new ComposeFault(`more than ${DEPTH_MAX} prompts include each other in a row: ${chain.join(" → ")}`, path);
