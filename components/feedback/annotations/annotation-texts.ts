import { englishAnnotations } from "../texts/english/annotations.ts";
import { englishDetails } from "../texts/english/details.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import type { textsWith } from "../texts/texts.ts";

/** The words of the highlights, in English. */
export const annotationTexts = { ...englishOutcomes, ...englishDetails, ...englishAnnotations };

/** Their words, with the host's in place of the English ones. */
export type AnnotationTexts = ReturnType<typeof textsWith<typeof annotationTexts>>;
