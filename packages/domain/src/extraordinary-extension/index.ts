export { declareExtension } from "./declare-extension.ts";
export { extensionsOf, listExtensions, readExtension } from "./extension.queries.ts";
export { ExtensionDeclared } from "./extension.events.ts";
export { EXTENSION_TEXTS } from "./extension.texts.ts";
export { EXTENSION_CLASS_LABELS } from "./extension.labels.ts";
