/** How a key moves the end of a selection, in terms of `Selection.modify`. */
export interface CaretStep {
  alter: "move" | "extend";
  direction: "left" | "right" | "forward" | "backward";
  granularity: "character" | "word" | "line" | "lineboundary";
}

/** A key press, as in keyboard events. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const directions: Record<string, CaretStep["direction"]> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "backward",
  ArrowDown: "forward",
  Home: "backward",
  End: "forward",
};

/** What a key press does to the caret, as in a text area; null for other keys. */
export function caretStep(press: KeyPress): CaretStep | null {
  const direction = directions[press.key];
  return direction
    ? { alter: press.shiftKey ? "extend" : "move", direction, granularity: granularityOf(press) }
    : null;
}

function granularityOf({ key, ctrlKey, altKey, metaKey }: KeyPress): CaretStep["granularity"] {
  if (key === "Home" || key === "End") return "lineboundary";
  if (key === "ArrowUp" || key === "ArrowDown") return "line";
  if (metaKey) return "lineboundary";
  return ctrlKey || altKey ? "word" : "character";
}
