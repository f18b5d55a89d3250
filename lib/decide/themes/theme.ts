import { z } from "zod";
import type { ThemeVoice } from "#lib/domain/theme-voice.ts";
import type { ThemeTerm } from "./given-text.ts";

/** The terms of a theme, as they are stored. */
export const themeTermsSchema = z.array(
  z.object({ term: z.string(), shown: z.string(), weight: z.number() }),
);

/** Who named a theme. */
export type ThemeNamer = "terms" | "model" | "person";

/** A theme on record. */
export interface Theme {
  themeId: string;
  voice: ThemeVoice;
  /** "en"; "" where it is not known. */
  language: string;
  /** Heaviest first. */
  terms: ThemeTerm[];
  title: string;
  /** What a model says of it; "" without one. */
  description: string;
  namedBy: ThemeNamer;
  /** The person who named it. */
  namer: string | null;
  firstSeen: Date;
  lastSeen: Date;
  hiddenAt: Date | null;
}
