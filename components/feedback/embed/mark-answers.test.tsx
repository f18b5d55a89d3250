import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { markAnswers } from "./mark-answers.ts";

let observer: MutationObserver;

beforeEach(() => {
  document.body.innerHTML = "";
  observer = markAnswers(document);
});

afterEach(() => observer.disconnect());

/** The content of the page after the observer ran; an element's shadow root is in brackets. */
async function page(change?: () => void): Promise<string> {
  change?.();
  await Promise.resolve();
  await vi.dynamicImportSettled();
  return shown(document.body);
}

const shown = (root: Element): string =>
  [...root.querySelectorAll("*")]
    .map(({ localName, shadowRoot }) => {
      const beside = [...(shadowRoot?.children ?? [])].filter((child) => child.localName !== "slot");
      return beside.length > 0
        ? `${localName}(${beside.map((child) => child.localName).join(" ")})`
        : localName;
    })
    .join(" ");

/** The rating of the first answer. */
const rating = () => document.querySelector("p")?.shadowRoot?.lastElementChild as HTMLElement;

const answer = (more = "") => `<p data-whetstone-interaction="i" data-whetstone-token="t" ${more}>A</p>`;
const show = (html: string) => () => {
  document.body.innerHTML = html;
};
const first = (selector: string) => document.querySelector(selector) as HTMLElement;

it("places a bar under an answer, with the answer's attributes", async () => {
  expect(await page(show(answer('data-whetstone-user-id="u"')))).toBe("p(whetstone-feedback)");
  const bar = rating();
  expect([bar.getAttribute("interaction"), bar.getAttribute("token"), bar.getAttribute("user-id")]).toEqual([
    "i",
    "t",
    "u",
  ]);
});

it("does not let an answer decide where its ratings are sent", async () => {
  await page(
    show(answer('data-whetstone-server="https://elsewhere.example" data-whetstone-key="pk_theirs"')),
  );
  expect(rating().hasAttribute("server")).toBe(false);
  expect(rating().hasAttribute("key")).toBe(false);
});

it("also places one after existing answers, and after those deep inside of added elements", async () => {
  observer.disconnect();
  document.body.innerHTML = answer();
  observer = markAnswers(document);
  expect(await page()).toBe("p(whetstone-feedback)");
  expect(await page(() => document.body.append(document.createElement("hr")))).toBe(
    "p(whetstone-feedback) hr",
  );
  expect(await page(show(`<main><div>${answer()}</div></main>`))).toBe("main div p(whetstone-feedback)");
});

it("places stars if requested, even later", async () => {
  expect(await page(show(answer('data-whetstone-type="stars"')))).toBe("p(whetstone-stars)");
  expect(await page(() => first("p").removeAttribute("data-whetstone-type"))).toBe("p(whetstone-feedback)");
});

it("follows changes of the answer's attributes", async () => {
  await page(show(answer()));
  const bar = rating();
  await page(() => first("p").setAttribute("data-whetstone-interaction", "other"));
  await page(() => first("p").removeAttribute("data-whetstone-token"));
  expect(rating()).toBe(bar);
  expect([bar.getAttribute("interaction"), bar.getAttribute("token")]).toEqual(["other", null]);
});

it("disappears with its answer, and with its attribute", async () => {
  await page(show(answer() + answer()));
  expect(await page(() => first("p").remove())).toBe("p(whetstone-feedback)");
  expect(await page(() => first("p").removeAttribute("data-whetstone-interaction"))).toBe("p");
});

it("moves with its answer", async () => {
  await page(show(`${answer()}<section></section>`));
  const bar = rating();
  expect(await page(() => first("section").append(first("p")))).toBe("section p(whetstone-feedback)");
  expect(rating()).toBe(bar);
});

it("places no second one after a copied answer", async () => {
  await page(show(answer() + answer('data-whetstone-type="stars"')));
  const copy = document.body.innerHTML;
  expect(await page(show(copy))).toBe("p(whetstone-feedback) p(whetstone-stars)");
});

it("leaves another answer's bar alone", async () => {
  await page(show(answer()));
  await page(() => first("p").insertAdjacentHTML("afterend", answer('id="new"')));
  expect(await page()).toBe("p(whetstone-feedback) p(whetstone-feedback)");
});

const Page = ({ tag: Tag }: { tag: "article" | "li" }) => (
  <main>
    <Tag data-whetstone-interaction="i" data-whetstone-token="t">
      The answer.
    </Tag>
    <p>What follows.</p>
  </main>
);

it.each(["article", "li"] as const)(
  "does not interfere with a framework that hydrates its server-rendered page (%s)",
  async (tag) => {
    const faults: unknown[] = [];
    document.body.innerHTML = `<div id="root">${renderToString(<Page tag={tag} />)}</div>`;
    const root = first("#root");
    expect(await page()).toBe(
      `div ${tag === "article" ? "main article(whetstone-feedback) p" : "main li p"}`,
    );
    await act(async () =>
      hydrateRoot(root, <Page tag={tag} />, { onRecoverableError: (error) => faults.push(error) }),
    );
    expect(faults).toEqual([]);
    const there = tag === "article" ? "main article(whetstone-feedback) p" : "main li whetstone-feedback p";
    await vi.waitFor(() => expect(shown(root)).toBe(there));
  },
);
