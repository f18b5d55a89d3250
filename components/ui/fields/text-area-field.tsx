import type { ComponentProps } from "react";
import { joinClasses } from "../join-classes.ts";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";
import { inputClasses } from "./input-classes.ts";

const classes = joinClasses(inputClasses, "h-auto! py-2");

interface TextAreaFieldProps extends FieldWords, ComponentProps<"textarea"> {
  /** For code and the like. */
  mono?: boolean;
}

/** A labelled text area. */
export function TextAreaField({ label, hint, error, className, mono = false, ...rest }: TextAreaFieldProps) {
  const frame = { label, hint, error, className };
  const look = joinClasses(classes, mono && "font-mono");
  return <FieldFrame {...frame} control={(ties) => <textarea {...rest} {...ties} className={look} />} />;
}
