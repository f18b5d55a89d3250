import type { ReactNode } from "react";

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A setting that is on or off, with what it does as its label. */
export const Checkbox = ({ checked, onChange, children }: CheckboxProps) => (
  <label className="flex items-center gap-2.5 font-medium text-sm">
    <input
      type="checkbox"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4 accent-accent pointer-coarse:size-5"
    />
    {children}
  </label>
);
