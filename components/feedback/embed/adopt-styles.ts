const sheets = new Map<string, CSSStyleSheet>();

/** Gives a page or a shadow root these styles, once. */
export function adoptStyles(root: Document | ShadowRoot, css: string): void {
  try {
    const sheet = sheets.get(css) ?? new CSSStyleSheet();
    if (!sheets.has(css)) sheet.replaceSync(css);
    sheets.set(css, sheet);
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Browsers from before 2023, and roots that were moved to another document.
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

/** Gives the page around an element, and each shadow root between, the rules that tell light from dark. */
export function adoptTheme(element: Element): void {
  let root = element.getRootNode();
  while (root instanceof ShadowRoot) {
    adoptStyles(root, WHETSTONE_THEME_STYLES);
    root = root.host.getRootNode();
  }
  if (root instanceof Document) adoptStyles(root, WHETSTONE_THEME_STYLES);
}
