import { z } from "zod";

/** The kinds of personal data. Each is replaced by its name in capitals: `[EMAIL]`. */
export const redactionKindSchema = z.enum(["email", "phone", "card", "iban", "ssn", "ip", "api_key"]);

/** A kind of personal data. */
export type RedactionKind = z.infer<typeof redactionKindSchema>;

/** A custom pattern of a project. Matches are replaced by its name in capitals. */
export interface RedactionPattern {
  name: string;
  pattern: string;
}

/** A project's redaction settings. */
export interface RedactionSettings {
  enabled: boolean;
  /** Kinds that are not redacted; every other kind is. */
  skippedKinds: readonly RedactionKind[];
  patterns: readonly RedactionPattern[];
}
