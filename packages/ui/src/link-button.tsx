import type { AnchorHTMLAttributes, ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";

export type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook & { readonly href: string; readonly icon?: ReactNode };

/** A link to another page that carries the weight of a button. */
export function LinkButton({ tone, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ tone, size, wide }, className)}>
      {icon}
      {children}
    </a>
  );
}
