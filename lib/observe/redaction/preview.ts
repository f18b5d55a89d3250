import { z } from "zod";
import type { RedactionKind, RedactionSettings } from "#lib/domain/redaction.ts";
import { patternPlaceholder, placeholderNames } from "./placeholders.ts";
import { redactorFor } from "./redactor.ts";
import { replaceFinds } from "./replace-finds.ts";

/** The response to a preview. Positions count UTF-16 units, as in JavaScript. */
export const redactionPreviewSchema = z.object({
  redacted: z.string(),
  finds: z.array(
    z.object({
      /** A kind, or the name of a custom pattern. */
      kind: z.string(),
      start: z.int(),
      end: z.int(),
      placeholder: z.string(),
    }),
  ),
});

/** What would be redacted in a text. */
export type RedactionPreview = z.output<typeof redactionPreviewSchema>;

const kindOf = new Map(
  Object.entries(placeholderNames).map(([kind, name]) => [name, kind as RedactionKind] as const),
);

/** A text, and the settings to redact it with. */
export interface Previewed {
  settings: RedactionSettings;
  text: string;
}

/** Returns the redacted text and what would be removed from it. Stores nothing. */
export function previewText({ settings, text }: Previewed): RedactionPreview {
  const finds = redactorFor(settings).finds(text);
  const own = new Map(settings.patterns.map(({ name }) => [patternPlaceholder(name), name] as const));
  return {
    redacted: replaceFinds(text, finds),
    finds: finds.map(({ name, start, end }) => ({
      kind: own.get(name) ?? kindOf.get(name) ?? name,
      start,
      end,
      placeholder: `[${name}]`,
    })),
  };
}
