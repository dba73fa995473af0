import type { Lang } from "@ttx/ui/text";
import type { TypedForm } from "./typed-form.ts";

/** What every part of the form needs: what was typed, how to change it, and what is wrong where. */
export type FormTools = {
  readonly lang: Lang;
  readonly form: TypedForm;
  /** What is changed, or how to change what stands there by then: a file arrives while other things are typed. */
  readonly change: (patch: Partial<TypedForm> | ((now: TypedForm) => Partial<TypedForm>)) => void;
  readonly errorOf: (path: string) => string | undefined;
  /** A field was left: from now on it says what is wrong with it. */
  readonly leave: (path: string) => void;
};

/** One of a list with something else in it. */
export function replaced<Item>(list: readonly Item[], at: number, patch: Partial<Item>): Item[] {
  return list.map((item, i) => (i === at ? { ...item, ...patch } : item));
}

export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_item, i) => i !== at);
}
