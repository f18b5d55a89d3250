import { type Dimension, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** The name of a language as an adjective, "German"; its tag where there is no name. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(tag) ?? `“${tag}”`;
  } catch {
    return `“${tag}”`;
  }
}

/** What comes behind "answers", in this order. */
const behind: { [Name in Dimension]?: (value: string) => string } = {
  model: (value) => `of ${value}`,
  feature: (value) => `in ${value}`,
  promptTemplate: (value) => `with prompt ${value}`,
  variant: (value) => `of variant ${value}`,
  segment: (value) => `for ${value}`,
  tenant: (value) => `for tenant ${value}`,
};

/**
 * A scope in words: "German answers of gpt-4o-mini in support since prompt v7". A version of a prompt is a "since" if it
 * is new, that is, came with the problem.
 */
export function scopeWords(scope: Scope, { isNew = true }: { isNew?: boolean } = {}): string {
  const { language, promptTemplate, promptVersion } = scope;
  const words =
    language === undefined ? ["Answers"] : language === "" ? [] : [languageName(language), "answers"];
  if (language === "") words.push("Answers without a language");
  for (const name of Object.keys(behind) as Dimension[]) {
    const value = scope[name];
    if (value === undefined || (name === "promptTemplate" && promptVersion !== undefined)) continue;
    words.push(value === "" ? `without a ${dimensions[name].name}` : (behind[name]?.(value) ?? ""));
  }
  if (promptVersion !== undefined) words.push(versionWords(promptTemplate, promptVersion, isNew));
  return dimensionNames.every((name) => scope[name] === undefined) ? "All answers" : words.join(" ");
}

function versionWords(template: string | undefined, version: string, isNew: boolean): string {
  if (version === "") return "without a prompt version";
  const named = template === undefined || template === "" ? `prompt ${version}` : `${template} ${version}`;
  return `${isNew ? "since" : "with"} ${named}`;
}
