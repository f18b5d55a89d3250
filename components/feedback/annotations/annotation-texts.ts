import { englishAnnotations } from "../texts/english/annotations.ts";
import { englishDetails } from "../texts/english/details.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import type { textsWith } from "../texts/texts.ts";

/** The English texts of the highlights. */
export const annotationTexts = { ...englishOutcomes, ...englishDetails, ...englishAnnotations };

/** The texts of the highlights, with the host's overrides. */
export type AnnotationTexts = ReturnType<typeof textsWith<typeof annotationTexts>>;
