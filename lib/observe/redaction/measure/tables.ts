import type { RedactionKind } from "#lib/domain/redaction.ts";
import { apiKeys } from "./api-keys.ts";
import { cards } from "./cards.ts";
import { emails } from "./emails.ts";
import { ibans } from "./ibans.ts";
import { ips } from "./ips.ts";
import { digitsOf, fullWidth, grouped, pick } from "./made-values.ts";
import { countKind, countNothing, type FormatCount } from "./measure.ts";
import { negatives } from "./negatives.ts";
import { phones } from "./phones.ts";
import type { Format, SampleSet } from "./sample.ts";

const ssn = (seed: number): string =>
  pick(["123", "219", "457", "078", "524", "618"], seed) +
  pick(["05", "12", "45", "68"], seed + 9) +
  digitsOf(seed, 4).replace("0000", "0001");
const written = (name: string, separator: string, label = ""): Format => ({
  name,
  make: (seed) => label + grouped(ssn(seed), [3, 2, 4], separator),
});

/** US social security numbers; no frame has a word for them, because some of the formats include one. */
const ssns: SampleSet = {
  frames: [
    "Mine is {}, please check.",
    "The form wants {} in box two.",
    "{} was rejected as unknown.",
    "Applicant Ada Byron, {}",
    "I typed {} and got an error.",
    "Use {} for the background check.",
    "Why do you store {}?",
    "W-2 shows {} on the left.",
    "He sent {} in plain text!",
    "Tax file: {}.",
    "It says {} does not match.",
    "Dependents: one ({})",
    "Delete {} from my file.",
    "id {} verified",
  ],
  formats: [
    written("123-45-6789", "-"),
    written("123 45 6789", " "),
    written("123.45.6789", "."),
    written("en dashes", "–"),
    written("no-break hyphens", "‑"),
    written("SSN: 123-45-6789", "-", "SSN: "),
    written("SSN 123456789", "", "SSN "),
    written("SSN# 123456789", "", "SSN# "),
    written("social security number 123456789", "", "social security number "),
    { name: "123456789 (SSN)", make: (seed) => `${ssn(seed)} (SSN)` },
    {
      name: "mixed marks after SSN",
      make: (seed) => `SSN ${ssn(seed).slice(0, 3)}-${grouped(ssn(seed).slice(3), [2, 4], " ")}`,
    },
    { name: "full-width digits", make: (seed) => fullWidth(grouped(ssn(seed), [3, 2, 4], "-")) },
    { ...written("nine digits, no word", ""), hard: true },
    { ...written("spaces around dashes", " - "), hard: true },
    { ...written("slashes", "/"), hard: true },
  ],
};

const sets: readonly [RedactionKind, SampleSet][] = [
  ["email", emails],
  ["phone", phones],
  ["card", cards],
  ["iban", ibans],
  ["ssn", ssns],
  ["ip", ips],
  ["api_key", apiKeys],
];

/** The results of all measurements. */
export interface Measurement {
  kinds: { kind: RedactionKind; formats: FormatCount[] }[];
  nothing: FormatCount[];
}

/** Measures each kind on its sentences, and all kinds on sentences without personal data. */
export const measure = (): Measurement => ({
  kinds: sets.map(([kind, set]) => ({ kind, formats: countKind(kind, set) })),
  nothing: countNothing(negatives),
});

const sum = (counts: readonly FormatCount[], of: "sentences" | "found" | "falseAlarms"): number =>
  counts.reduce((total, count) => total + count[of], 0);

const share = (counts: readonly FormatCount[]): string => {
  const sentences = sum(counts, "sentences");
  return sentences === 0
    ? "–"
    : `${sum(counts, "found")}/${sentences} (${((sum(counts, "found") / sentences) * 100).toFixed(1)} %)`;
};

/** The rows of the tables in docs/privacy.md. */
export function tableRows({ kinds, nothing }: Measurement): string[] {
  return [
    ...kinds.map(({ kind, formats }) =>
      row([
        kind,
        String(formats.length),
        share(formats.filter(({ hard }) => !hard)),
        share(formats.filter(({ hard }) => hard)),
        share(formats),
        String(sum(formats, "falseAlarms")),
      ]),
    ),
    ...kinds.flatMap(({ kind, formats }) =>
      formats
        .filter(({ found, sentences }) => found < sentences)
        .map((format) => row([kind, `${format.name}${format.hard ? " *" : ""}`, share([format])])),
    ),
    ...nothing
      .filter(({ falseAlarms }) => falseAlarms > 0)
      .map(({ name, sentences, falseAlarms }) => row([name, `${falseAlarms}/${sentences}`])),
    row([`all ${nothing.length} forms`, `${sum(nothing, "falseAlarms")}/${sum(nothing, "sentences")}`]),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
