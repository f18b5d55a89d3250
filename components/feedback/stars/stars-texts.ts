import { englishOutcomes } from "../texts/english/outcomes.ts";
import { englishStars } from "../texts/english/stars.ts";
import { type Texts, textsWith } from "../texts/texts.ts";

const english = { ...englishOutcomes, ...englishStars };

/** All words of the stars. */
export type StarsTexts = ReturnType<typeof textsWith<typeof english>>;

/** The stars' words with the host's in their place. */
export const starsTexts = (own: Partial<Texts> | undefined): StarsTexts => textsWith(english, own);
