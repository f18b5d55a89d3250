// @vitest-environment jsdom
import { expect, it } from "vitest";
import { citationNumber, clickedCitation } from "./citation-number.ts";

const link = '<a id="it" href="/a">x</a>';

it.each<[string, string, number | null]>([
  ["the first link", `${link} <a href="/b">y</a>`, 1],
  ["the second of two", `<a href="/b">y</a> ${link}`, 2],
  ["a source that was cited before", `<a href="/a">1</a> <a href="/b">2</a> ${link}`, 1],
  ["a number of the host's", `<a href="/b">y</a> <sup id="it" data-citation="7">7</sup>`, 7],
  ["a link inside a citation", `<a href="/b">y</a> <sup data-citation="3">${link}</sup>`, 3],
  [
    "a name of the host's",
    `<i data-citation="x">x</i> <i data-citation="y"><a href="/c">y</a></i> <i id="it" data-citation="z">z</i>`,
    3,
  ],
  ["a citation without a name", `<a href="/b">y</a> <i id="it" data-citation>z</i>`, 2],
  ["something inside a link", `<a href="/b">y</a> <a href="/c"><b id="it">z</b></a>`, 2],
  ["no citation", `<a href="/b">y</a> <b id="it">z</b>`, null],
  ["a link without an address", `<a id="it">z</a>`, null],
])("%s", (_, html, expected) => {
  document.body.innerHTML = `<a href="/outside">out</a><div id="answer">${html}</div>`;
  const answer = document.getElementById("answer") as Element;
  let number: number | null = null;
  answer.addEventListener("click", (event) => {
    event.preventDefault();
    const citation = clickedCitation(answer, event.composedPath());
    number = citation && citationNumber(answer, citation);
  });
  document.getElementById("it")?.click();
  expect(number).toBe(expected);
});
