"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type KeyLabel, KeysDialog } from "../shell/keys-dialog.tsx";
import { usePageKeys } from "../shell/use-page-keys.ts";

const words: readonly KeyLabel[] = [
  { keys: ["j", "k"], does: "Next and previous row; on a row, arrow keys work too" },
  { keys: ["Enter"], does: "Open row" },
  { keys: ["/"], does: "Search" },
  { keys: ["?"], does: "Show keyboard shortcuts" },
];

/** The keyboard shortcuts of the list of interactions, and the button that shows them. Each row is a link and is focused as one. */
export function InteractionKeys() {
  const [told, setTold] = useState(false);
  usePageKeys((key) => {
    if (key === "?") setTold(true);
    else if (key === "/") document.querySelector<HTMLInputElement>("[data-search]")?.focus();
    else if (key === "j" || (key === "ArrowDown" && focused() >= 0)) step(1);
    else if (key === "k" || (key === "ArrowUp" && focused() >= 0)) step(-1);
    else return false;
    return true;
  });
  return (
    <>
      <IconButton
        label="Keyboard shortcuts"
        icon={<Keyboard aria-hidden className="size-4" />}
        onClick={() => setTold(true)}
        className="pointer-coarse:hidden"
      />
      <KeysDialog open={told} onClose={() => setTold(false)} words={words} />
    </>
  );
}

const lines = () => [...document.querySelectorAll<HTMLElement>("[data-line]")];

const focused = () => lines().indexOf(document.activeElement as HTMLElement);

function step(by: number): void {
  const all = lines();
  const at = focused();
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
