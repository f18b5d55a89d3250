import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./field-frame.tsx";
import { Select } from "./select.tsx";

/** A select with a visible label, as tall as the inputs beside it. */
export function SelectField({
  label,
  hint,
  error,
  className,
  ...rest
}: FieldWords & Omit<ComponentProps<typeof Select>, "label" | "tall">) {
  const frame = { label, hint, error, className };
  return <FieldFrame {...frame} control={(ties) => <Select {...rest} {...ties} tall className="w-full" />} />;
}
