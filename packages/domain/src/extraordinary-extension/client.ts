export { EXTENSION_CLASS_LABELS } from "./extension.labels.ts";
export { EXTENSION_CLASSES, VENUE_CLASSES, type ExtensionClass } from "./extension.rules.ts";
