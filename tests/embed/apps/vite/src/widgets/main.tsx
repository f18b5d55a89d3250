import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Answer, type AnswerProps } from "./answer";
import "./page.css";

const asked = new URLSearchParams(location.search);
const response = await fetch(`/answer?${asked}`);
const answer = (await response.json()) as AnswerProps;

const root = document.getElementById("root");
if (!root) throw new Error("There is no element to draw in.");
createRoot(root).render(
  <StrictMode>
    <Answer {...answer} plain={asked.has("plain")} news={asked.has("news")} />
  </StrictMode>,
);
