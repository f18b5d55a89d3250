"use client";

import { ArrowLeft, ChevronDown, ChevronUp, Keyboard } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type KeyLabel, KeysDialog } from "#components/dashboard/shell/keys-dialog.tsx";
import { usePageKeys } from "#components/dashboard/shell/use-page-keys.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";

interface InteractionStepsProps {
  /** The list, at this interaction. */
  list: string;
  /** The one above it in the list, and the one below it. */
  newer: string | null;
  older: string | null;
}

const words: readonly KeyLabel[] = [
  { keys: ["j", "k"], does: "Next and previous interaction" },
  { keys: ["Esc"], does: "Back to list" },
  { keys: ["?"], does: "Show keyboard shortcuts" },
];

/** The ways from one interaction: back to its list, and to its neighbours there. */
export function InteractionSteps({ list, newer, older }: InteractionStepsProps) {
  const router = useRouter();
  const [told, setTold] = useState(false);
  usePageKeys((key) => {
    const to = { j: older, k: newer, Escape: list }[key];
    if (to) router.push(to);
    else if (key === "?") setTold(true);
    else return false;
    return true;
  });
  return (
    <nav aria-label="List" className="mb-2 flex items-center gap-1">
      <Link href={list} className="mr-auto inline-flex items-center gap-1 text-faint text-sm hover:text-ink">
        <ArrowLeft aria-hidden className="size-3.5" />
        Interactions
      </Link>
      <Step href={newer} label="Previous interaction" icon={ChevronUp} />
      <Step href={older} label="Next interaction" icon={ChevronDown} />
      <IconButton
        label="Keyboard shortcuts"
        icon={<Keyboard aria-hidden className="size-4" />}
        onClick={() => setTold(true)}
        className="pointer-coarse:hidden"
      />
      <KeysDialog open={told} onClose={() => setTold(false)} words={words} />
    </nav>
  );
}

interface StepProps {
  href: string | null;
  label: string;
  icon: typeof ChevronUp;
}

function Step({ href, label, icon: Icon }: StepProps) {
  const look = "inline-flex size-8 items-center justify-center rounded-md pointer-coarse:size-10";
  const icon = <Icon aria-hidden className="size-4" />;
  if (href === null) return <span className={joinClasses(look, "text-faint opacity-40")}>{icon}</span>;
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className={joinClasses(look, "text-faint hover:bg-hover hover:text-ink")}
    >
      {icon}
    </Link>
  );
}
