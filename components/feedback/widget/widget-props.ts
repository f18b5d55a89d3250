import type { SubmissionHost } from "../submission/submission-host.ts";
import type { Texts } from "../texts/texts.ts";

/** What every widget takes. */
export interface WidgetProps extends SubmissionHost {
  /** Words in place of the English ones. */
  texts?: Partial<Texts> | undefined;
  /** Added to the widget's own class. */
  className?: string | undefined;
  /** Whether the answer is still being written: until it is complete, the widget keeps its place without being shown. */
  waiting?: boolean | undefined;
}

/** A rating that the server is known to have, such as one from an earlier visit. */
export interface StoredRating {
  feedback_id: string;
  /** `binary`: 0 or 1. `stars`: 1 to 5. */
  rating_value: number;
}
