/** What the widgets say when there is no answer whose words they could show, in English. */
export const englishRefusals = {
  unreachable: "The server could not be reached. Check your connection.",
  timed_out: "The server took too long to answer.",
  unreadable_answer: "The server's answer could not be read.",
  unexpected: "Something went wrong.",
};
