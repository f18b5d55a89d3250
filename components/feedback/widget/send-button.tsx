"use client";
import { looks } from "./looks.ts";

interface SendButtonProps {
  label: string;
  busy: boolean;
  /** Whether the server already has what would be sent. */
  sent?: boolean | undefined;
  onClick(): void;
}

/** The main button of a widget. */
export function SendButton({ label, busy, sent, onClick }: SendButtonProps) {
  return (
    <button
      type="button"
      {...looks("button", sent ? "send sent" : "send")}
      data-primary
      data-sent={sent || undefined}
      aria-busy={busy}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
