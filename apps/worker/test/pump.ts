export { settle as pump } from "../src/settle.ts";
