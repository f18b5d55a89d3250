"use client";
import { looks } from "./looks.ts";

interface SendButtonProps {
  label: string;
  busy: boolean;
  onClick(): void;
}

/** The main button of a widget. */
export function SendButton({ label, busy, onClick }: SendButtonProps) {
  return (
    <button type="button" {...looks("button", "send")} data-primary aria-busy={busy} onClick={onClick}>
      {label}
    </button>
  );
}
