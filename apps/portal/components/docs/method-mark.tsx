import { cx } from "@ttx/ui/cx";

const TONES: Readonly<Record<string, string>> = {
  get: "border-brand-line bg-brand-soft text-brand",
  post: "border-done-line bg-done-soft text-done",
  put: "border-due-line bg-due-soft text-due",
  patch: "border-due-line bg-due-soft text-due",
  delete: "border-live-line bg-live-soft text-live",
};

export function MethodMark({ method }: { readonly method: string }) {
  return <span className={cx("rounded-sm border px-2 font-mono text-sm font-medium uppercase", TONES[method])}>{method}</span>;
}
