import { englishBar } from "../texts/english/bar.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishBar };

/** The texts of the bar, without those of its details. */
export type BarTexts = ReturnType<typeof textsWith<typeof english>>;

/** The bar's texts with the host's overrides. */
export const barTexts = (own: Partial<Texts> | undefined): BarTexts => textsWith(english, own);
