import { englishOutcomes } from "../texts/english/outcomes.ts";
import { englishStars } from "../texts/english/stars.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishStars };

/** All texts of the stars. */
export type StarsTexts = ReturnType<typeof textsWith<typeof english>>;

/** The stars' texts with the host's overrides. */
export const starsTexts = (own: Partial<Texts> | undefined): StarsTexts => textsWith(english, own);
