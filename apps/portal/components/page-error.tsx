"use client";

import { Button } from "@ttx/ui/button";
import { ErrorState } from "@ttx/ui/error-state";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useParams } from "next/navigation";

const TITLE: Text = { zh: "页面没有打开", en: "The page did not open" };
const WHAT: Text = { zh: "服务器处理这个页面时出错，我们已经记录。", en: "Something went wrong on our side while making this page. It has been recorded." };
const KEPT: Text = { zh: "已提交的内容和已保存的草稿都在，没有任何改动。", en: "Everything you have sent and every saved draft is there, unchanged." };
const NEXT: Text = { zh: "重试一次；仍不行时，请带上编号联系我们。", en: "Try again. If it still fails, contact us with the number." };
const AGAIN: Text = { zh: "重新打开", en: "Try again" };

export function PageError({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  const lang: Lang = useParams()["lang"] === "en" ? "en" : "zh";
  return (
    <ErrorState lang={lang} title={pick(lang, TITLE)} kept={pick(lang, KEPT)} next={pick(lang, NEXT)} reference={error.digest} action={<Button tone="primary" onClick={reset}>{pick(lang, AGAIN)}</Button>}>
      {pick(lang, WHAT)}
    </ErrorState>
  );
}
