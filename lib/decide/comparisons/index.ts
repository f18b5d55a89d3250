export { againstReference, type Comparable, type Compared } from "./against-reference.ts";
