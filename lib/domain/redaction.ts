import { z } from "zod";

/** What personal data is told apart by; each is replaced by its name in capitals: `[EMAIL]`. */
export const redactionKindSchema = z.enum(["email", "phone", "card", "iban", "ssn", "ip", "api_key"]);

/** A kind of personal data. */
export type RedactionKind = z.infer<typeof redactionKindSchema>;

/** A pattern of a project's own; what it matches is replaced by its name in capitals. */
export interface RedactionPattern {
  name: string;
  pattern: string;
}

/** What a project has taken out of its texts before they are stored. */
export interface RedactionSettings {
  enabled: boolean;
  /** Kinds that are let through; every other kind is taken out. */
  skippedKinds: readonly RedactionKind[];
  patterns: readonly RedactionPattern[];
}
