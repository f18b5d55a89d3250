"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";

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
