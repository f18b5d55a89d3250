import { englishBar } from "../texts/english/bar.ts";
import { englishDetails } from "../texts/english/details.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishDetails, ...englishBar };

/** All words of the bar. */
export type BarTexts = ReturnType<typeof textsWith<typeof english>>;

/** The bar's words with the host's in their place. */
export const barTexts = (own: Partial<Texts> | undefined): BarTexts => textsWith(english, own);
