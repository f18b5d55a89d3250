import { englishAnnotations } from "./annotations.ts";
import { englishBar } from "./bar.ts";
import { englishComment } from "./comment.ts";
import { englishDetails } from "./details.ts";
import { englishEditor } from "./editor.ts";
import { englishImpact } from "./impact.ts";
import { englishOutcomes } from "./outcomes.ts";
import { englishStars } from "./stars.ts";

/** All texts of the widgets in English. Plain strings only, so that a translation can be JSON. */
export const englishTexts = {
  ...englishOutcomes,
  ...englishDetails,
  categories: {
    inaccurate: "Inaccurate",
    incomplete: "Incomplete",
    too_long: "Too long",
    off_topic: "Off topic",
    wrong_tone: "Wrong tone",
    other: "Other",
    accurate: "Accurate",
    clear: "Clear",
    helpful: "Helpful",
    well_written: "Well written",
  },
  ...englishBar,
  ...englishComment,
  ...englishStars,
  ...englishEditor,
  ...englishAnnotations,
  ...englishImpact,
};
