import { englishRefusals } from "./refusals.ts";

/** The English texts that every widget needs. */
export const englishOutcomes = {
  /** BCP 47: the language of these texts, for screen readers. */
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  send: "Send",
  sent: "Sent",
  nothingToSend: "Choose a reason or write a comment first.",
  tryAgain: "Try again",
  sending: "Sending…",
  ratingSaved: "Thank you for your rating.",
  detailsSaved: "Thank you for the details.",
  ratingRemoved: "Rating removed.",
  ratingNotSaved: "Your rating was not saved.",
  ratingNotRemoved: "Your rating was not removed.",
  keptOnDevice: "Kept on this device.",
  keptInPage: "Kept while this page stays open.",
  sentWhenOnline: "It will be sent when you are back online.",
  sentWhenReachable: "It will be sent when the server is back.",
  retryAfter: "Please wait {seconds} s.",
  refusals: englishRefusals,
};
