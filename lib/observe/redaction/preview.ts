import { z } from "zod";
import type { RedactionKind, RedactionSettings } from "#lib/domain/redaction.ts";
import { patternPlaceholder, placeholderNames } from "./placeholders.ts";
import { redactorFor } from "./redactor.ts";
import { replaceFinds } from "./replace-finds.ts";

/** The answer to a dry run. Positions count as JavaScript does, in UTF-16 units. */
export const redactionPreviewSchema = z.object({
  redacted: z.string(),
  finds: z.array(
    z.object({
      /** One of the kinds, or the name of an own pattern. */
      kind: z.string(),
      start: z.int(),
      end: z.int(),
      placeholder: z.string(),
    }),
  ),
});

/** What a text would lose. */
export type RedactionPreview = z.output<typeof redactionPreviewSchema>;

const kindOf = new Map(
  Object.entries(placeholderNames).map(([kind, name]) => [name, kind as RedactionKind] as const),
);

/** A text, and how it would be redacted. */
export interface Previewed {
  settings: RedactionSettings;
  text: string;
}

/** What would be stored in place of a text, and what would be taken from it. Nothing is kept. */
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
