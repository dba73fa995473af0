export { default } from "@ttx/tooling/eslint";
