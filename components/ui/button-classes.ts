import { joinClasses } from "./join-classes.ts";

/** How loudly a button speaks: one primary a view; danger for what cannot be taken back. */
export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

/** How large a button is. */
export type ButtonSize = "small" | "medium";

const tones: Record<ButtonTone, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong shadow-small",
  secondary: "border-line-strong bg-surface text-ink hover:bg-hover shadow-small",
  quiet: "border-transparent bg-transparent text-soft hover:bg-hover hover:text-ink",
  danger: "border-line-strong bg-surface text-bad hover:bg-bad-tint shadow-small",
};

const sizes: Record<ButtonSize, string> = {
  small: "h-7 px-2 text-xs gap-1.5",
  medium: "h-8 px-3 text-sm gap-2",
};

/** The classes of a button or of a link that looks like one. */
export const buttonClasses = (tone: ButtonTone, size: ButtonSize, extra?: string): string =>
  joinClasses(
    "inline-flex shrink-0 items-center justify-center whitespace-nowrap rounded-md border font-medium",
    "transition-colors disabled:pointer-events-none disabled:opacity-55 pointer-coarse:min-h-10",
    tones[tone],
    sizes[size],
    extra,
  );
