import type { ComponentProps } from "react";
import { joinClasses } from "../join-classes.ts";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";
import { inputClasses } from "./input-classes.ts";

const classes = joinClasses(inputClasses, "h-auto! py-2");

/** A labelled text area. */
export function TextAreaField({
  label,
  hint,
  error,
  className,
  ...rest
}: FieldWords & ComponentProps<"textarea">) {
  const frame = { label, hint, error, className };
  return <FieldFrame {...frame} control={(ties) => <textarea {...rest} {...ties} className={classes} />} />;
}
