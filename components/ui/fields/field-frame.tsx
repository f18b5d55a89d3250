import { type ReactNode, useId } from "react";

/** The label, hint and error of a control. */
export interface FieldWords {
  label: string;
  /** What to enter, below the control. */
  hint?: ReactNode;
  /** Why the entered value was refused. */
  error?: string | undefined;
}

interface FieldFrameProps extends FieldWords {
  className?: string | undefined;
  /** Draws the control with what ties it to its label, hint and error. */
  control: (ties: {
    id: string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  }) => ReactNode;
}

/** A label, a control, its hint and its error, tied together for screen readers. */
export function FieldFrame({ label, hint, error, className, control }: FieldFrameProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-soft text-sm">
        {label}
      </label>
      {control({ id, "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-faint text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-bad text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
