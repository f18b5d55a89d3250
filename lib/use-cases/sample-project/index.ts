export { type LoadPhase, type LoadProgress, loadSampleProject } from "./load-sample-project.ts";
export { loadStream } from "./load-stream.ts";
