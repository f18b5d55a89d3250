/** The theme tokens of shadcn that replace the widgets' colors, radius and font. */
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
 * The widgets' styles in the colors of a project's own theme; each `--whetstone-…` still takes precedence.
 * @throws Error if the styles no longer have a color of that name.
 */
export function withThemeTokens(css: string): string {
  return Object.entries(TOKENS).reduce((styles, [name, token]) => {
    const declared = new RegExp(`(--whetstone-own-${name}:\\s*var\\(\\s*--whetstone-${name},)[^;]*;`);
    if (!declared.test(styles))
      throw new Error(`The registry maps --whetstone-${name}, but no stylesheet uses it.`);
    return styles.replace(declared, `$1 ${token});`);
  }, css);
}
