import type { ComparedTexts, ShownDifference } from "#components/dashboard/corrections/show-difference.ts";
import { offThread, type Work, WorkFailed } from "#lib/platform/threads/index.ts";

/** What a page spends on one text: as much of a processor, and so long a wait, in milliseconds. */
const BUDGET = { budgetMs: 2_000, patienceMs: 8_000 };

/** Who does some work, and what it may cost. */
type Doer = Work & typeof BUDGET;

const MARKDOWN: Doer = {
  file: "components/dashboard/interactions/render-markdown.ts",
  name: "renderMarkdown",
  ...BUDGET,
};
const DIFFERENCE: Doer = {
  file: "components/dashboard/corrections/show-difference.ts",
  name: "showDifference",
  ...BUDGET,
};

/**
 * A model's Markdown as HTML, drawn in a thread: the library that draws it may take for ever over a text that an end user
 * made a model write.
 * @param id tells it apart from others on the page.
 * @returns null where that took too long; the page then shows the text as it is.
 */
export const drawMarkdown = (text: string, id: string, by = MARKDOWN): Promise<string | null> =>
  withinBudget<string>(by, { text, id }, text.length);

/** What an edit did, compared in a thread; null where that took too long or the texts are too different. */
export const compareTexts = (texts: ComparedTexts): Promise<ShownDifference | null> =>
  withinBudget<ShownDifference | null>(DIFFERENCE, texts, texts.before.length + texts.after.length);

async function withinBudget<Output>(
  { file, name, ...budget }: Doer,
  input: unknown,
  size: number,
): Promise<Output | null> {
  try {
    return await offThread<Output>({ file, name }, input, { ...budget, size });
  } catch (error) {
    if (error instanceof WorkFailed) return null;
    throw error;
  }
}
