"use client";

import { Button } from "@ttx/ui/button";
import { pick, type Lang } from "@ttx/ui/text";
import { N } from "./interest-texts.ts";

export function PrintButton({ lang }: { readonly lang: Lang }) {
  return <Button size="small" onClick={() => window.print()}>{pick(lang, N.print)}</Button>;
}
