// Schemas that reach the browser must not probe for eval: the content security policy forbids it, and would report the try.
const scope = globalThis as typeof globalThis & { __zod_globalConfig?: { jitless?: boolean } };
scope.__zod_globalConfig = { ...scope.__zod_globalConfig, jitless: true };

export {};
