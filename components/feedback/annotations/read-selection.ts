/** The object with the selection inside `root`: Chromium has one for each shadow root. */
export function selectionAround(root: Node): Selection | null {
  const home = root.getRootNode() as Node & { getSelection?: () => Selection | null };
  return home.getSelection?.() ?? root.ownerDocument?.getSelection() ?? null;
}

/** The selection, even in a shadow tree; null if there is none. */
export function selectedRange(root: Node): AbstractRange | null {
  const selection = selectionAround(root);
  if (!selection || selection.rangeCount === 0) return null;
  const home = root.getRootNode();
  const composed =
    home instanceof ShadowRoot && !("getSelection" in home)
      ? selection.getComposedRanges?.({ shadowRoots: [home] })[0]
      : undefined;
  const range = composed ?? selection.getRangeAt(0);
  return range.collapsed ? null : range;
}
