/** A name and what it is for. */
export interface Named {
  name: string;
  /** What it is for; what stands between backticks is code. */
  about: string;
}

/** The custom elements of embed.js. */
export const elements: readonly Named[] = [
  { name: "<whetstone-feedback>", about: "The bar: thumbs, and what they unfold." },
  { name: "<whetstone-stars>", about: "One to five stars." },
  {
    name: "<whetstone-editor>",
    about: "A draft to edit, which takes part in the form around it: the element’s own text, or `draft`.",
  },
];

/** Their attributes. A test holds the names to those that the elements observe. */
export const elementAttributes: readonly Named[] = [
  { name: "interaction", about: "The `interaction_id` that logging the answer gave. Required." },
  { name: "token", about: "The `feedback_token` that logging the answer gave. Required." },
  { name: "key, data-key", about: "The publishable key, where the script element does not say it." },
  {
    name: "server, data-server",
    about: "Where Whetstone runs, where that is not the script’s own origin.",
  },
  { name: "user-id, session-id", about: "Who rates, stored as a hash, and in which session." },
  { name: "categories", about: "Reasons to offer with a thumbs-down, by commas. `<whetstone-feedback>`" },
  { name: "positive-categories", about: "What to offer with a thumbs-up, by commas. `<whetstone-feedback>`" },
  {
    name: "lang",
    about:
      "The language of the words, here or on any element around: `de`, `pt-BR`, … English where it is not known.",
  },
  {
    name: "waiting",
    about: "As long as it is there, the answer is still being written: the place is kept, unseen.",
  },
  { name: "draft", about: "The draft, where it is not the element’s own text. `<whetstone-editor>`" },
  { name: "name", about: "The text’s name in the form around. `<whetstone-editor>`" },
];

/** What they tell the page, by DOM events that bubble out of the shadow root. */
export const elementEvents: readonly Named[] = [
  { name: "whetstone:saved", about: "`{ receipt, feedback }`: the server has stored a rating." },
  { name: "whetstone:removed", about: "`{ feedback_id }`: the server has taken a rating back." },
  {
    name: "whetstone:refused",
    about: "`{ code, status, detail, retryable }`: the server refused, or could not be reached.",
  },
  {
    name: "whetstone:final",
    about: "`{ text }`: the user takes the text as final, changed or not. `<whetstone-editor>`",
  },
];

/** The script and an element for each answer. */
export const embedPage = (
  origin: string,
): string => `<script src="${origin}/embed.js" data-key="pk_…" async></script>

<p>The answer.</p>
<whetstone-feedback interaction="int_…" token="…"></whetstone-feedback>

<script>
  document.addEventListener("whetstone:saved", ({ detail }) => console.log(detail.receipt.feedback_id));
</script>`;

/** Marked answers, for pages whose HTML is easier to mark than to add to. */
export const markedAnswers = `<p data-whetstone-interaction="int_…" data-whetstone-token="…">The answer.</p>
<p data-whetstone-interaction="int_…" data-whetstone-token="…" data-whetstone-type="stars">Another one.</p>`;

/** The editor in a form. */
export const embedEditor = `<form action="/send">
  <whetstone-editor interaction="int_…" token="…" name="reply">Dear Ms Okafor, your refund …</whetstone-editor>
  <button>Send the mail</button>
</form>`;

/** How elements are dressed from outside. */
export const embedStyle = `whetstone-feedback { --whetstone-accent: #0f766e; }
whetstone-feedback::part(thumb) { border-radius: 50%; }`;
