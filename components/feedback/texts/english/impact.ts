/** The English texts of the notice of improvements. */
export const englishImpact = {
  impactLead: "Your feedback helped improve:",
  impactShipped: "Shipped on {date}",
  impactMore: "and {count} more",
  impactClose: "Close this note",
  impactClosed: "The note is closed.",
};
