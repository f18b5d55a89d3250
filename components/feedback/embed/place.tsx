"use client";

/** Stands where a widget will be, as high as it will be. */
export function Place({ height }: { height: number }) {
  return <div style={{ minBlockSize: `${height}px` }} />;
}
