/** Where browsers keep what is selected below `root`: those of Chromium keep it apart for each shadow root. */
export function selectionAround(root: Node): Selection | null {
  const home = root.getRootNode() as Node & { getSelection?: () => Selection | null };
  return home.getSelection?.() ?? root.ownerDocument?.getSelection() ?? null;
}

/** What is selected, also where it lies in a shadow tree; null where nothing is. */
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
