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
