/** shadcn's theme tokens that stand for the widgets' own colours, radius and font. */
const TOKENS: Record<string, string> = {
  ink: "var(--foreground)",
  muted: "var(--muted-foreground)",
  surface: "var(--background)",
  border: "var(--border)",
  hover: "var(--accent)",
  accent: "var(--primary)",
  "accent-surface": "var(--secondary)",
  "on-accent": "var(--primary-foreground)",
  danger: "var(--destructive)",
  radius: "var(--radius)",
};

/**
 * The widgets' styles in the colours of a project's own theme; each `--whetstone-…` still goes first.
 * @throws Error when the styles have no colour of that name any more.
 */
export function withThemeTokens(css: string): string {
  return Object.entries(TOKENS).reduce((styles, [name, token]) => {
    const declared = new RegExp(`(--whetstone-own-${name}:\\s*var\\(\\s*--whetstone-${name},)[^;]*;`);
    if (!declared.test(styles))
      throw new Error(`The registry maps --whetstone-${name}, but no stylesheet uses it.`);
    return styles.replace(declared, `$1 ${token});`);
  }, css);
}
