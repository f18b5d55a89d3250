/** The look of inputs, selects and text areas. */
export const inputClasses =
  "h-9 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-base shadow-small " +
  "transition-colors hover:border-faint focus-visible:outline-offset-0 aria-invalid:border-bad " +
  "disabled:opacity-55 pointer-coarse:h-11";
