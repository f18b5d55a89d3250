export { type ProblemRule, problemsOf, type Rated } from "./problems-of.ts";
