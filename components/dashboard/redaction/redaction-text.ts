import type { RedactionKind } from "#lib/domain/redaction.ts";

/** What each kind is called, what takes its place, and what belongs to it. */
export const redactionKinds: readonly {
  kind: RedactionKind;
  label: string;
  /** One of them. */
  one: string;
  placeholder: string;
  note: string;
}[] = [
  {
    kind: "email",
    one: "email",
    label: "Email addresses",
    placeholder: "[EMAIL]",
    note: "also ada (at) example (dot) com",
  },
  {
    kind: "phone",
    one: "phone",
    label: "Phone numbers",
    placeholder: "[PHONE]",
    note: "international with + or 00, or national",
  },
  {
    kind: "card",
    one: "card",
    label: "Payment cards",
    placeholder: "[CARD]",
    note: "known issuer, valid check digit",
  },
  { kind: "iban", one: "IBAN", label: "IBANs", placeholder: "[IBAN]", note: "valid length and checksum" },
  { kind: "ssn", one: "SSN", label: "US social security numbers", placeholder: "[SSN]", note: "123-45-6789" },
  {
    kind: "ip",
    one: "IP address",
    label: "IP addresses",
    placeholder: "[IP]",
    note: "IPv4 and IPv6, except 127.0.0.1 and ::1",
  },
  {
    kind: "api_key",
    one: "API key",
    label: "API keys and tokens",
    placeholder: "[API_KEY]",
    note: "sk-…, ghp_…, AKIA…, JWTs and more",
  },
];

/** A find by its kind's name for people; an own pattern has its own. */
export const formatKind = (kind: string): string =>
  redactionKinds.find((known) => known.kind === kind)?.one ?? kind;
