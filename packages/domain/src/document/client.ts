// The browser's door.
export { SIZE_LIMIT_BYTES } from "./document.schema.ts";
export { ACCEPTED_ENDINGS, isShown } from "./media-types.rules.ts";
