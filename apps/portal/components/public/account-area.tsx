"use client";

import { buttonClass } from "@ttx/ui/button-class";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useMe } from "#client/use-me.ts";
import { href } from "#lang/href.ts";

const SIGN_IN: Text = { zh: "登录", en: "Sign in" };
const SIGN_UP: Text = { zh: "注册", en: "Sign up" };
const DESK: Text = { zh: "进入工作台", en: "My desk" };

/** The one part of a public page that depends on the visitor; it asks by itself and takes the same room before and after. */
export function AccountArea({ lang }: { readonly lang: Lang }) {
  const me = useMe();
  return (
    <div className="flex min-h-11 min-w-32 items-center justify-end gap-2">
      {me === "asking" ? null : me ? (
        <>
          <span className="hidden max-w-32 truncate text-sm text-ink-soft lg:inline">{me.name}</span>
          <a href={href(lang, "/desk")} className={buttonClass({ tone: "primary", size: "small" })}>{pick(lang, DESK)}</a>
        </>
      ) : (
        <>
          <a href={href(lang, "/sign-up")} className={buttonClass({ tone: "plain", size: "small" })}>{pick(lang, SIGN_UP)}</a>
          <a href={href(lang, "/sign-in")} className={buttonClass({ tone: "secondary", size: "small" })}>{pick(lang, SIGN_IN)}</a>
        </>
      )}
    </div>
  );
}
