/** The English messages for refusals that have none from the server. */
export const englishRefusals = {
  unreachable: "The server could not be reached. Check your connection.",
  timed_out: "The server took too long to answer.",
  unreadable_answer: "The server's answer could not be read.",
  unexpected: "Something went wrong.",
};
