"use client";

import { CopyButton } from "./copy-button.tsx";

/** Code to copy: scrolls inside itself, never the page. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="overflow-hidden rounded-md border border-line bg-sunken text-left">
      <div className="flex items-center justify-between gap-2 border-line border-b py-1 pr-1 pl-3">
        <span className="text-faint text-xs">{label}</span>
        <CopyButton text={code} what={label} />
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={label}
        className="overflow-x-auto px-3 py-2.5 focus-visible:-outline-offset-2"
      >
        <pre className="font-mono text-ink text-xs leading-5">{code}</pre>
      </section>
    </div>
  );
}
