import { hydrateRoot } from "react-dom/client";

declare global {
  interface Window {
    hydrate(): void;
  }
}

const root = document.getElementById("root");
const answer = document.querySelector("article");
if (!root || !answer) throw new Error("The server has rendered nothing.");
const mark = {
  "data-whetstone-interaction": answer.dataset.whetstoneInteraction,
  "data-whetstone-token": answer.dataset.whetstoneToken,
};

/** Takes over what the server has rendered, when the test says so. */
window.hydrate = () => {
  hydrateRoot(
    root,
    <main>
      <article {...mark} style={{ display: "flex", gap: 40 }}>
        <b>The answer.</b>
        <b>Its end.</b>
      </article>
      <ul>
        <li {...mark} data-whetstone-type="stars">
          The same.
        </li>
      </ul>
      <p>What follows.</p>
    </main>,
  );
};
