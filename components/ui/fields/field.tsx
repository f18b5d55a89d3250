import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";
import { inputClasses } from "./input-classes.ts";

/** A labelled input. */
export function Field({ label, hint, error, className, ...rest }: FieldWords & ComponentProps<"input">) {
  const frame = { label, hint, error, className };
  return <FieldFrame {...frame} control={(ties) => <input {...rest} {...ties} className={inputClasses} />} />;
}
