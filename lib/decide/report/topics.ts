import type { EditTrait } from "#lib/domain/edit-trait.ts";

/** What a prompt can be told, and what shows that it should be. */
export interface Topic {
  code: string;
  title: string;
  /** The line for the prompt, and the same with the median length of corrections, where that is known. */
  instruction: string;
  sized?: (words: number) => string;
  /** What edits do to answers, each with the words for it, and what would say the opposite. */
  edits: readonly { trait: EditTrait; does: string; against?: EditTrait }[];
  /** Categories of thumbs down that ask for the same. */
  categories?: readonly string[];
}

/** A topic of one trait and its opposite. */
const either = (
  [code, against]: readonly [EditTrait, EditTrait],
  does: string,
  title: string,
  instruction: string,
): Topic => ({ code, title, instruction, edits: [{ trait: code, does, against }] });

/** What recommendations are about. */
export const topics: readonly Topic[] = [
  {
    code: "shorter",
    title: "Ask for shorter answers",
    instruction: "Be brief, and leave out what nobody asked for.",
    sized: (words) => `Be brief: answer in about ${words} words, and leave out what nobody asked for.`,
    edits: [{ trait: "shorter", does: "cut at least 15% of the words", against: "longer" }],
    categories: ["too_long"],
  },
  {
    code: "fuller",
    title: "Ask for fuller answers",
    instruction: "Answer every part of the question.",
    sized: (words) => `Answer every part of the question, in about ${words} words.`,
    edits: [{ trait: "longer", does: "added at least 15% more words", against: "shorter" }],
    categories: ["incomplete"],
  },
  {
    code: "facts",
    title: "Ask to keep to the facts",
    instruction:
      "Take every number, date, name and link from the input or the given context, unchanged. If something is not there, say so.",
    edits: [
      { trait: "numbers", does: "changed a number" },
      { trait: "dates", does: "changed a date or time" },
      { trait: "names", does: "changed a name" },
      { trait: "links", does: "changed a link or address" },
    ],
    categories: ["inaccurate"],
  },
  {
    code: "on_topic",
    title: "Ask to answer only the question",
    instruction: "Answer exactly what was asked, and nothing else.",
    edits: [],
    categories: ["off_topic"],
  },
  {
    code: "refusal_removed",
    title: "Ask to answer where it refuses",
    instruction: "Answer as far as the input allows. Do not write that you cannot help.",
    edits: [{ trait: "refusal_removed", does: "replaced a refusal" }],
  },
  {
    code: "language",
    title: "Ask for the user's language",
    instruction: "Answer in the language of the input.",
    edits: [{ trait: "language", does: "put the answer into another language" }],
  },
  {
    code: "formatting",
    title: "Ask for a plain format",
    instruction: "Use no Markdown but what was asked for.",
    edits: [],
    categories: ["formatting"],
  },
  {
    code: "tone",
    title: "Look at the tone",
    instruction: "Write calmly and plainly, as a colleague would, without advertising.",
    edits: [],
    categories: ["wrong_tone"],
  },
  ...[
    either(
      ["list_added", "list_removed"],
      "made a list",
      "Ask for a list",
      "List several points as a list, one a line.",
    ),
    either(
      ["list_removed", "list_added"],
      "took a list out",
      "Ask for running text",
      "Write running text, without lists.",
    ),
    either(
      ["heading_added", "heading_removed"],
      "added headings",
      "Ask for headings",
      "Begin each part with a heading.",
    ),
    either(
      ["heading_removed", "heading_added"],
      "took headings out",
      "Ask for no headings",
      "Use no headings.",
    ),
    either(
      ["table_added", "table_removed"],
      "made a table",
      "Ask for a table",
      "Put what is compared into a table.",
    ),
    either(["table_removed", "table_added"], "took a table out", "Ask for no tables", "Use no tables."),
    either(
      ["code_added", "code_removed"],
      "marked code",
      "Ask for code blocks",
      "Put code into code blocks.",
    ),
    either(
      ["code_removed", "code_added"],
      "took code marks out",
      "Ask for no code blocks",
      "Use no code blocks.",
    ),
    either(
      ["bold_added", "bold_removed"],
      "put words in bold",
      "Ask for emphasis",
      "Put the most important words in bold.",
    ),
    either(
      ["bold_removed", "bold_added"],
      "took bold type out",
      "Ask for no emphasis",
      "Put nothing in bold.",
    ),
    either(
      ["paragraphs_added", "paragraphs_removed"],
      "broke the text into paragraphs",
      "Ask for paragraphs",
      "Use short paragraphs with an empty line between them.",
    ),
    either(
      ["paragraphs_removed", "paragraphs_added"],
      "made one paragraph of several",
      "Ask for one paragraph",
      "Write one paragraph.",
    ),
    either(
      ["greeting_added", "greeting_removed"],
      "added a greeting",
      "Ask for a greeting",
      "Begin with a greeting.",
    ),
    either(
      ["greeting_removed", "greeting_added"],
      "took the greeting out",
      "Ask for no greeting",
      "Begin with the answer, without a greeting.",
    ),
    either(
      ["polite_added", "polite_removed"],
      "added polite words",
      "Ask for a politer tone",
      "Be polite: say please and thank you where it fits.",
    ),
    either(
      ["polite_removed", "polite_added"],
      "took polite words out",
      "Ask for fewer polite phrases",
      "Leave out polite phrases such as apologies and thanks.",
    ),
    either(
      ["hedges_removed", "hedges_added"],
      "took hedges out",
      "Ask for definite statements",
      "Say what is so, without “maybe” or “probably”.",
    ),
    either(
      ["hedges_added", "hedges_removed"],
      "added hedges",
      "Ask to say what is uncertain",
      "Say so where something is uncertain.",
    ),
    either(
      ["exclamation_removed", "exclamation_added"],
      "took exclamation marks out",
      "Ask for a calmer tone",
      "Use no exclamation marks.",
    ),
    either(
      ["exclamation_added", "exclamation_removed"],
      "added exclamation marks",
      "Ask for a livelier tone",
      "Write in a lively tone.",
    ),
    either(
      ["more_formal", "less_formal"],
      "made the address formal",
      "Ask for a formal address",
      "Address the reader formally.",
    ),
    either(
      ["less_formal", "more_formal"],
      "made the address informal",
      "Ask for an informal address",
      "Address the reader informally.",
    ),
  ],
];
