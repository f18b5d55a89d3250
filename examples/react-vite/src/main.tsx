import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Summary, type SummaryProps } from "./summary";

const response = await fetch("/summary");
const summary = (await response.json()) as SummaryProps;

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root.");
createRoot(root).render(
  <StrictMode>
    <Summary {...summary} />
  </StrictMode>,
);
