/** Every word that the widgets say, in English. Plain strings only, so that a translation can be JSON. */
export const englishTexts = {
  thumbsGroup: "Rate this response",
  thumbsUp: "Good response",
  thumbsDown: "Bad response",
  details: "Tell us more",
  categoriesLegend: "What was wrong?",
  categories: {
    inaccurate: "Inaccurate",
    incomplete: "Incomplete",
    too_long: "Too long",
    off_topic: "Off topic",
    wrong_tone: "Wrong tone",
    other: "Other",
  },
  commentLabel: "Comment (optional)",
  commentPlaceholder: "What would have been better?",
  send: "Send",
  nothingToSend: "Choose a reason or write a comment first.",
  cannotTakeBack: "This rating can be changed, but not removed.",
  starsGroup: "Rate this response",
  starNames: ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"],
  clearStars: "Clear rating",
  ratingSaved: "Thank you for your rating.",
  detailsSaved: "Thank you for the details.",
  ratingRemoved: "Rating removed.",
  ratingNotSaved: "Your rating was not saved.",
  ratingNotRemoved: "Your rating was not removed.",
  editorLabel: "Edit the draft",
  submitEdit: "Submit",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The text could not be copied. Select it and copy it yourself.",
  showChanges: "Show changes",
  changesLabel: "Your changes",
  changesCount: "Words added: {added}, removed: {removed}",
  changesLoading: "Comparing…",
  changesFailed: "The changes could not be shown.",
  noChanges: "No changes yet.",
  nothingEdited: "You have not changed the draft, so there is no edit to send.",
  added: "Added:",
  removed: "Removed:",
  editSaved: "Thank you. Your edit was saved.",
  editRemoved: "Your edit was removed.",
  editNotSaved: "Your edit was not saved. Your text is still here.",
  editNotRemoved: "Your edit was not removed.",
  tryAgain: "Try again",
  sending: "Sending…",
  keptOnDevice: "Kept on this device.",
  keptInPage: "Kept while this page stays open.",
  sentWhenOnline: "It will be sent when you are back online.",
  sentWhenReachable: "It will be sent when the server can take it.",
  retryAfter: "Please wait {seconds} seconds.",
  refusals: {
    unreachable: "The server could not be reached. Check your connection.",
    timed_out: "The server took too long to answer.",
    unreadable_answer: "The server's answer could not be read.",
    unexpected: "Something went wrong.",
  },
};

/** The dictionary of the widgets. `categories` and `refusals` may name further values and codes. */
export type Texts = Omit<typeof englishTexts, "categories" | "refusals"> & {
  /** The label of each category value. */
  categories: Record<string, string>;
  /** Words for a refusal by its code; without an entry, the server's own words are shown. */
  refusals: Record<string, string>;
};

/** The English dictionary with the host's words in place of ours. */
export function textsWith(overrides: Partial<Texts> = {}): Texts {
  return {
    ...englishTexts,
    ...overrides,
    categories: { ...englishTexts.categories, ...overrides.categories },
    refusals: { ...englishTexts.refusals, ...overrides.refusals },
  };
}

/** `template` with each `{name}` replaced by its value. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The label of a category: the dictionary's, or the value itself made readable (`too_short` → "Too short"). */
export function categoryLabel(value: string, texts: Texts): string {
  const known = texts.categories[value];
  if (known) return known;
  const words = value.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
