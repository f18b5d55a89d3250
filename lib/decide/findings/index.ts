export {
  besidesProblems,
  type Finding,
  type FindingKind,
  findFindings,
  type RatePair,
} from "./find-findings.ts";
