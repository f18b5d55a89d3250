"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface ScrollBoxProps {
  label: string;
  /** Scrolls inside itself from this height on, in pixels. */
  maxHeight?: number | undefined;
  children: ReactNode;
}

/** A box that scrolls inside itself, reachable by keyboard; where more lies on a side, that side fades. */
export function ScrollBox({ label, maxHeight, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ left: false, right: false, below: false });
  useEffect(() => {
    const node = box.current;
    if (!node || typeof ResizeObserver === "undefined") return;
    const look = () => setMore((known) => sameOr(known, moreOf(node)));
    const watch = new ResizeObserver(look);
    watch.observe(node);
    if (node.firstElementChild) watch.observe(node.firstElementChild);
    node.addEventListener("scroll", look, { passive: true });
    return () => {
      watch.disconnect();
      node.removeEventListener("scroll", look);
    };
  }, []);
  return (
    <div className="relative">
      <section
        ref={box}
        data-scrolls
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={label}
        className="relative overflow-auto focus-visible:-outline-offset-2"
        style={maxHeight ? { maxHeight } : undefined}
      >
        {children}
      </section>
      {more.left && <Fade className="inset-y-0 left-0 w-5 bg-linear-to-r" />}
      {more.right && <Fade className="inset-y-0 right-0 w-9 bg-linear-to-l" arrow />}
      {more.below && <Fade className="inset-x-0 bottom-0 h-7 bg-linear-to-t" />}
    </div>
  );
}

type More = { left: boolean; right: boolean; below: boolean };

/** A pixel of slack: browsers scroll to parts of pixels. */
const moreOf = (node: HTMLElement): More => ({
  left: node.scrollLeft > 1,
  right: node.scrollLeft + node.clientWidth < node.scrollWidth - 1,
  below: node.scrollTop + node.clientHeight < node.scrollHeight - 1,
});

const sameOr = (known: More, seen: More): More =>
  known.left === seen.left && known.right === seen.right && known.below === seen.below ? known : seen;

function Fade({ className, arrow = false }: { className: string; arrow?: boolean }) {
  return (
    <span
      aria-hidden
      data-no-picture
      className={`pointer-events-none absolute z-3 from-surface to-transparent ${className}`}
    >
      {arrow && <span className="absolute top-1.5 right-1 text-faint text-xs">›</span>}
    </span>
  );
}
