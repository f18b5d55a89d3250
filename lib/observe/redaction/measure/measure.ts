import type { RedactionKind } from "#lib/domain/redaction.ts";
import { placeholderNames } from "../placeholders.ts";
import { redactorFor } from "../redactor.ts";
import type { Find } from "../span.ts";
import { makeSamples, type Sample, type SampleSet } from "./sample.ts";

/** The results for the sentences of one format. */
export interface FormatCount {
  name: string;
  hard: boolean;
  sentences: number;
  /** Nothing identifying is left of the value, and the find has the right kind. */
  found: number;
  /** Finds of another kind or outside of the value. */
  falseAlarms: number;
}

const redactor = redactorFor({ enabled: true, skippedKinds: [], patterns: [] });

/** Counts the finds of one kind in its sentences, by format. */
export const countKind = (kind: RedactionKind, set: SampleSet): FormatCount[] =>
  countBy(set, (sample, finds) => {
    const name = placeholderNames[kind];
    const inside = finds.filter(({ start, end }) => start < sample.end && end > sample.start);
    return {
      found: inside.some((find) => find.name === name) && !leavesAnything(kind, sample, inside),
      falseAlarms: finds.length - inside.filter((find) => find.name === name).length,
    };
  });

/** Counts false alarms in sentences without personal data. */
export const countNothing = (set: SampleSet): FormatCount[] =>
  countBy(set, (_, finds) => ({ found: false, falseAlarms: finds.length }));

function countBy(
  set: SampleSet,
  judge: (sample: Sample, finds: readonly Find[]) => { found: boolean; falseAlarms: number },
): FormatCount[] {
  const counts = new Map(
    set.formats.map(({ name, hard }) => [
      name,
      { name, hard: hard === true, sentences: 0, found: 0, falseAlarms: 0 },
    ]),
  );
  for (const sample of makeSamples(set)) {
    const count = counts.get(sample.format.name);
    if (!count) continue;
    const judged = judge(sample, redactor.finds(sample.text));
    count.sentences += 1;
    count.found += judged.found ? 1 : 0;
    count.falseAlarms += judged.falseAlarms;
  }
  return [...counts.values()];
}

/** What may be left of a value: its label, brackets, the path and port of a URL. */
const harmless: Partial<Record<RedactionKind, RegExp>> = {
  email: /mailto:/,
  ssn: /ssn#?:?|social security number|\(ssn\)/i,
  ip: /http:\/\/|:\d{4}|\/status|\/24|\//,
  phone: /phone(?:number)?|office/i,
  api_key:
    /Bearer(?:%20)?|client_secret=|openai_|key=|u0022|postgres:|db\.example\.com\/app|AccountName=x|AccountKey=|password is/,
};

function leavesAnything(kind: RedactionKind, { text, start, end }: Sample, finds: readonly Find[]): boolean {
  const left = [...text.slice(start, end)]
    .map((character, index) =>
      finds.some((find) => start + index >= find.start && start + index < find.end) ? "" : character,
    )
    .join("");
  const pattern = harmless[kind];
  const rest = pattern ? left.replaceAll(new RegExp(pattern.source, "gi"), "") : left;
  return /[\p{L}\p{N}]/u.test(rest);
}
