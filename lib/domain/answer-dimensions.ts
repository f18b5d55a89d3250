/** By what answers are told apart; what is absent is not asked for, and "" asks for answers without it. */
export interface AnswerDimensions {
  feature?: string | undefined;
  model?: string | undefined;
  promptTemplate?: string | undefined;
  promptVersion?: string | undefined;
  variant?: string | undefined;
  tenant?: string | undefined;
  language?: string | undefined;
  segment?: string | undefined;
}

/** Answers of some dimensions that were given from `from` on and before `to`. */
export interface AnswerWindow extends AnswerDimensions {
  from: Date;
  to: Date;
}
