import type { DetailedEdit } from "#lib/domain/detailed-edit.ts";
import { EDIT_TRAITS, type EditTrait } from "#lib/domain/edit-trait.ts";
import type { EditedTexts } from "./compare-edit.ts";
import { editKinds } from "./edit-kinds.ts";
import { splitWords } from "./edit-measure.ts";
import { changedFacts } from "./facts.ts";
import { guessLanguage } from "./guess-language.ts";
import { sentencesOf } from "./sentences.ts";
import { type Structure, structuresOf } from "./structures.ts";
import { countTones } from "./tone-words.ts";

/** Measures a correction in detail; deterministic, and without any model. */
export function detailEdit({ answer, correction }: EditedTexts): DetailedEdit {
  const kinds = editKinds(answer, correction);
  const words = { before: splitWords(answer).length, after: splitWords(correction).length };
  const found = new Set<EditTrait>([
    ...kinds.filter((kind) => kind === "shorter" || kind === "longer"),
    // Where only format changed, no fact did: the words are the same.
    ...(kinds.includes("facts") ? changedFacts(answer, correction, kinds.includes("shorter")) : []),
    ...structureTraits(structuresOf(answer), structuresOf(correction)),
    ...toneTraits(answer, correction),
    ...(speaksOtherwise(answer, correction) ? (["language"] as const) : []),
  ]);
  const [had, has] = [sentencesOf(answer), sentencesOf(correction)];
  return {
    ...{ kinds, words, had },
    traits: EDIT_TRAITS.filter((trait) => found.has(trait)),
    removed: Object.keys(had).filter((key) => !Object.hasOwn(has, key)),
    added: Object.fromEntries(Object.entries(has).filter(([key]) => !Object.hasOwn(had, key))),
  };
}

/** The kinds of Markdown that are one thing to a reader. */
const structures: readonly {
  name: "list" | "heading" | "table" | "code" | "bold" | "paragraphs";
  of: Structure[];
}[] = [
  { name: "list", of: ["bullets", "numbers"] },
  { name: "heading", of: ["heading"] },
  { name: "table", of: ["table"] },
  { name: "code", of: ["fence", "code"] },
  { name: "bold", of: ["bold"] },
  { name: "paragraphs", of: ["paragraphs"] },
];

function structureTraits(before: readonly Structure[], after: readonly Structure[]): EditTrait[] {
  return structures.flatMap(({ name, of }): EditTrait[] => {
    const [had, has] = [before, after].map((all) => of.some((kind) => all.includes(kind)));
    if (had === has) return [];
    return [has ? `${name}_added` : `${name}_removed`];
  });
}

function toneTraits(answer: string, correction: string): EditTrait[] {
  const [before, after] = [countTones(answer), countTones(correction)];
  const changed = (["greeting", "polite", "hedges", "exclamation"] as const).flatMap((tone): EditTrait[] => {
    if (before[tone] === after[tone]) return [];
    return [after[tone] > before[tone] ? `${tone}_added` : `${tone}_removed`];
  });
  const manner = mannerOf(after) - mannerOf(before);
  if (manner !== 0 && mannerOf(before) !== 0 && mannerOf(after) !== 0)
    changed.push(manner > 0 ? "more_formal" : "less_formal");
  if (before.refusal > after.refusal && correction.trim() !== "") changed.push("refusal_removed");
  return changed;
}

/** 1 if a text addresses its reader formally, -1 if informally; 0 if not at all, or both. */
const mannerOf = ({ formal, informal }: { formal: number; informal: number }): number =>
  formal > 0 === informal > 0 ? 0 : formal > 0 ? 1 : -1;

function speaksOtherwise(answer: string, correction: string): boolean {
  const [before, after] = [guessLanguage(answer), guessLanguage(correction)];
  return before !== null && after !== null && before !== after;
}
