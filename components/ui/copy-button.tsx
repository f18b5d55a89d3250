"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** How long the button says that it has copied, in milliseconds. */
const SAID_FOR = 2_000;

/** Copies a text and says so. */
export function CopyButton({ text, label = "Copy", what }: { text: string; label?: string; what?: string }) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <Button
      size="small"
      onClick={async () => setOutcome((await copyText(text)) ? "copied" : "failed")}
      aria-label={what ? `${label} ${what}` : undefined}
    >
      {outcome === "copied" ? (
        <Check aria-hidden className="size-3.5 text-good" />
      ) : (
        <Copy aria-hidden className="size-3.5" />
      )}
      <span aria-live="polite">
        {outcome === "copied" ? "Copied" : outcome === "failed" ? "Select and copy" : label}
      </span>
    </Button>
  );
}

/**
 * Puts a text on the clipboard.
 *
 * The clipboard API is missing on plain http beyond localhost, where many self-hosted installations live; there a
 * selected text area and the old command do it.
 * @returns whether it worked.
 */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    // Beside the button, so that a modal dialog does not make it inert.
    (document.activeElement?.parentElement ?? document.body).append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
