"use client";
import { looks } from "../widget/looks.ts";
import type { Box } from "./geometry.ts";
import type { MarkBox } from "./use-painted.ts";

interface MarkLayerProps {
  boxes: readonly MarkBox[];
  caret: Box | null;
}

/** What is drawn on the answer without being in it: highlights where the browser has none of its own, and a caret. */
export function MarkLayer({ boxes, caret }: MarkLayerProps) {
  return (
    <div {...looks("mark-layer")} aria-hidden="true">
      {boxes.map(({ mark, ...box }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
        <span key={index} {...looks("mark", `mark-${mark}`)} data-mark={mark} style={box} />
      ))}
      {caret && <span {...looks("caret")} style={{ ...caret, width: undefined }} />}
    </div>
  );
}
