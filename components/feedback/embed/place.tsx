"use client";

/** A placeholder with the height of the widget. */
export function Place({ height }: { height: number }) {
  return <div style={{ minBlockSize: `${height}px` }} />;
}
