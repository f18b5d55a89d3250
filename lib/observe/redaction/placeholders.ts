import type { RedactionKind } from "#lib/domain/redaction.ts";

/** What stands in the brackets in place of a find of each kind. */
export const placeholderNames: Record<RedactionKind, string> = {
  api_key: "API_KEY",
  email: "EMAIL",
  iban: "IBAN",
  card: "CARD",
  ssn: "SSN",
  ip: "IP",
  phone: "PHONE",
};

/** What stands in the brackets in place of a find of an own pattern: "employee id" → EMPLOYEE_ID. */
export const patternPlaceholder = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
