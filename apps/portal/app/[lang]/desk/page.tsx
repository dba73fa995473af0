import { EmptyState } from "@ttx/ui/empty-state";
import { ListChecksIcon } from "@ttx/ui/icons/list-checks";
import { PageHeader } from "@ttx/ui/page-header";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { readLang } from "#lang/read-lang.ts";

const TITLE: Text = { zh: "待办", en: "To do" };
const NONE: Text = { zh: "现在没有要您办理的事项", en: "Nothing needs you right now" };
const NONE_TEXT: Text = { zh: "需要您审核、确认、补正或付款的事项会按截止时间排在这里，每项附一个下一步。", en: "What you have to review, confirm, correct or pay stands here in order of deadline, each with its next step." };

type Props = { readonly params: Promise<{ readonly lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), TITLE) };
}

export default async function DeskPage({ params }: Props) {
  const lang = await readLang(params);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, TITLE)} />
      <EmptyState level={2} icon={<ListChecksIcon size={24} />} title={pick(lang, NONE)}>{pick(lang, NONE_TEXT)}</EmptyState>
    </div>
  );
}
