/** The words of the notice of improvements, in English. */
export const englishImpact = {
  impactLead: "Your feedback helped improve:",
  impactShipped: "Shipped on {date}",
  impactMore: "and {count} more",
  impactClose: "Close this note",
  impactClosed: "The note is closed.",
};
