import type { SubmissionHost } from "../submission/submission-host.ts";
import type { Texts } from "../texts/texts.ts";

/** Props shared by all widgets. */
export interface WidgetProps extends SubmissionHost {
  /** Texts that replace the English ones. */
  texts?: Partial<Texts> | undefined;
  /** An additional class name. */
  className?: string | undefined;
  /**
   * Whether the answer is still being generated. Until it is complete, the widget is hidden but keeps its
   * space.
   */
  waiting?: boolean | undefined;
}
