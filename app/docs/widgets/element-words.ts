/** A name and what it is for. */
export interface Named {
  name: string;
  /** What it is for; what stands between backticks is code. */
  about: string;
}

/** The custom elements of embed.js. */
export const elements: readonly Named[] = [
  { name: "<whetstone-feedback>", about: "The feedback bar: thumbs with optional reasons and a comment." },
  { name: "<whetstone-stars>", about: "A rating from one to five stars." },
  {
    name: "<whetstone-editor>",
    about:
      "An editor for a draft (the element’s text, or `draft`). Its value is submitted with the surrounding form.",
  },
];

/** Their attributes. A test holds the names to those that the elements observe. */
export const elementAttributes: readonly Named[] = [
  { name: "interaction", about: "The `interaction_id` returned when the answer was logged. Required." },
  { name: "token", about: "The `feedback_token` returned when the answer was logged. Required." },
  { name: "key, data-key", about: "The publishable key, if not set on the script element." },
  {
    name: "server, data-server",
    about: "The origin of Whetstone, if it differs from the script’s.",
  },
  { name: "user-id, session-id", about: "The user (stored as a hash) and the session." },
  { name: "categories", about: "Comma-separated reasons for a thumbs down. `<whetstone-feedback>`" },
  { name: "positive-categories", about: "Comma-separated reasons for a thumbs up. `<whetstone-feedback>`" },
  {
    name: "lang",
    about: "The language of the texts, here or on an ancestor: `de`, `pt-BR`, … Defaults to English.",
  },
  {
    name: "waiting",
    about: "Set while the answer is still being generated. Hides the widget but keeps its space.",
  },
  { name: "draft", about: "The draft, if not given as the element’s text. `<whetstone-editor>`" },
  { name: "name", about: "The field’s name in the surrounding form. `<whetstone-editor>`" },
];

/** What they tell the page, by DOM events that bubble out of the shadow root. */
export const elementEvents: readonly Named[] = [
  { name: "whetstone:saved", about: "`{ receipt, feedback }`: the server stored a rating." },
  { name: "whetstone:removed", about: "`{ feedback_id }`: the server removed a rating." },
  {
    name: "whetstone:refused",
    about: "`{ code, status, detail, retryable }`: the server rejected the request or could not be reached.",
  },
  {
    name: "whetstone:final",
    about: "`{ text }`: the user accepted the final text, changed or not. `<whetstone-editor>`",
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
  <button>Send email</button>
</form>`;

/** How elements are dressed from outside. */
export const embedStyle = `whetstone-feedback { --whetstone-accent: #0f766e; }
whetstone-feedback::part(thumb) { border-radius: 50%; }`;
