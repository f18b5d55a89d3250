export { type ComparedEdit, compareEdit, type EditedTexts, TOO_LARGE } from "./compare-edit.ts";
export { detailEdit } from "./detail-edit.ts";
