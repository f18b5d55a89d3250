import { englishBar } from "../texts/english/bar.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishBar };

/** The words of the bar, without those of its details. */
export type BarTexts = ReturnType<typeof textsWith<typeof english>>;

/** The bar's words with the host's in their place. */
export const barTexts = (own: Partial<Texts> | undefined): BarTexts => textsWith(english, own);
