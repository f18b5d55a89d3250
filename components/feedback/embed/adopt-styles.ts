const sheets = new Map<string, CSSStyleSheet>();

/** Adds these styles to a page or a shadow root, once. */
export function adoptStyles(root: Document | ShadowRoot, css: string): void {
  try {
    const sheet = sheets.get(css) ?? new CSSStyleSheet();
    if (!sheets.has(css)) sheet.replaceSync(css);
    sheets.set(css, sheet);
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Browsers before 2023, and roots that were moved to another document.
    adoptElement(root, css);
  }
}

function adoptElement(root: Document | ShadowRoot, css: string): void {
  const parent = "head" in root ? root.head : root;
  if ([...parent.querySelectorAll("style")].some((style) => style.textContent === css)) return;
  const style = document.createElement("style");
  style.nonce = WHETSTONE_SCRIPT?.nonce ?? "";
  style.textContent = css;
  parent.append(style);
}

/** Adds the rules for light and dark to the page around an element, and to each shadow root in between. */
export function adoptTheme(element: Element): void {
  let root = element.getRootNode();
  while (root instanceof ShadowRoot) {
    adoptStyles(root, WHETSTONE_THEME_STYLES);
    root = root.host.getRootNode();
  }
  if (root instanceof Document) adoptStyles(root, WHETSTONE_THEME_STYLES);
}
