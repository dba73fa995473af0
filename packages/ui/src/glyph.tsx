import type { ReactNode } from "react";

export type GlyphProps = { readonly size?: number; readonly className?: string; readonly title?: string };

/** The frame of every icon: 20 px, stroke, silent to screen readers unless it has a title. */
export function Glyph({ size = 20, className, title, children }: GlyphProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ? `shrink-0 ${className}` : "shrink-0"}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      {children}
    </svg>
  );
}
