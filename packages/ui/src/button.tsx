import type { ButtonHTMLAttributes, ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** The act is on its way: the button stays in place and says so. */
    readonly pending?: boolean;
    readonly pendingText?: ReactNode;
    readonly icon?: ReactNode;
  };

/** A button says what happens: 提交登记申请, not 确定. */
export function Button({ tone, size, wide, pending = false, pendingText, icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass({ tone, size, wide }, className)} disabled={rest.disabled || pending} aria-busy={pending || undefined}>
      {icon}
      {pending && pendingText ? pendingText : children}
    </button>
  );
}
