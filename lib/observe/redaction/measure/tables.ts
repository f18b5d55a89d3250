import type { RedactionKind } from "#lib/domain/redaction.ts";
import { apiKeys } from "./api-keys.ts";
import { cards } from "./cards.ts";
import { emails } from "./emails.ts";
import { ibans } from "./ibans.ts";
import { ips } from "./ips.ts";
import { countKind, countNothing, type FormatCount } from "./measure.ts";
import { negatives } from "./negatives.ts";
import { phones } from "./phones.ts";
import type { SampleSet } from "./sample.ts";
import { ssns } from "./ssns.ts";

const sets: readonly [RedactionKind, SampleSet][] = [
  ["email", emails],
  ["phone", phones],
  ["card", cards],
  ["iban", ibans],
  ["ssn", ssns],
  ["ip", ips],
  ["api_key", apiKeys],
];

/** All of a measurement. */
export interface Measurement {
  kinds: { kind: RedactionKind; formats: FormatCount[] }[];
  nothing: FormatCount[];
}

/** Measures every kind on its sentences, and all kinds on sentences that have none. */
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
