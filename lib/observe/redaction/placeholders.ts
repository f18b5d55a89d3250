import type { RedactionKind } from "#lib/domain/redaction.ts";

/** The placeholder name of each kind. */
export const placeholderNames: Record<RedactionKind, string> = {
  api_key: "API_KEY",
  email: "EMAIL",
  iban: "IBAN",
  card: "CARD",
  ssn: "SSN",
  ip: "IP",
  phone: "PHONE",
};

/** The placeholder name of a custom pattern: "employee id" → EMPLOYEE_ID. */
export const patternPlaceholder = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
