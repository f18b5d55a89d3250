export { type Redactor, redactorFor } from "./redactor.ts";
