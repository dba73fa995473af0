import { cx } from "./cx.ts";

export type ButtonLook = {
  /** primary: the one next act. secondary: other acts. plain: in tables and bars. live: bids. danger: what cannot be undone. */
  readonly tone?: "primary" | "secondary" | "plain" | "live" | "danger";
  readonly size?: "small" | "normal" | "large";
  readonly wide?: boolean;
};

const TONES = {
  primary: "border-brand bg-brand text-white hover:border-brand-strong hover:bg-brand-strong",
  secondary: "border-edge bg-surface text-ink hover:border-brand hover:text-brand",
  plain: "border-transparent bg-transparent text-brand hover:bg-brand-soft",
  live: "border-live bg-live text-white hover:border-live-strong hover:bg-live-strong",
  danger: "border-live bg-surface text-live hover:bg-live-soft",
} as const;

const SIZES = {
  small: "min-h-9 px-3 text-sm",
  normal: "min-h-11 px-4 text-base",
  large: "min-h-13 px-6 text-lg",
} as const;

/** The look of a button, shared by real buttons and links that look like one. */
export function buttonClass({ tone = "secondary", size = "normal", wide = false }: ButtonLook, extra?: string): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded border py-1 text-center leading-snug font-medium no-underline transition-colors duration-100",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint",
    TONES[tone],
    SIZES[size],
    wide && "w-full",
    extra,
  );
}
