import "../globals.css";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { NAME } from "#components/brand.tsx";
import { askedAddress } from "#lang/address.ts";
import { inOtherLang } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";

/** Pages are made when they are asked for; the portal's server keeps the public ones. A build never needs a database. */
export const dynamic = "force-dynamic";


const ABOUT: Text = {
  zh: "查找科技成果与技术需求，参与挂牌、竞价与协议定价，办理技术合同认定登记，查看技术市场统计。",
  en: "Find technology results and demands, trade by listing, auction or agreed price, register technology contracts, and read the statistics of China's technology market.",
};
const SKIP: Text = { zh: "跳到正文", en: "Skip to content" };

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = await readLang(params);
  const address = await askedAddress();
  const other = inOtherLang(address);
  const path = (at: string) => at.split("?", 1)[0] ?? "/";
  return {
    title: { default: pick(lang, NAME), template: `%s · ${pick(lang, NAME)}` },
    description: pick(lang, ABOUT),
    icons: { icon: { url: "/mark.svg", type: "image/svg+xml" } },
    alternates: { languages: { [lang === "zh" ? "zh-CN" : "en"]: path(address), [other.lang === "zh" ? "zh-CN" : "en"]: path(other.href) } },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#05303a" };

export default async function RootLayout({ children, params }: Props) {
  const lang = await readLang(params);
  return (
    <html lang={lang === "zh" ? "zh-CN" : "en"}>
      <body className="flex min-h-dvh flex-col">
        <a href="#content" className="sr-only z-50 rounded bg-surface px-4 py-2 text-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2">{pick(lang, SKIP)}</a>
        {children}
      </body>
    </html>
  );
}
