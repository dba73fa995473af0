import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";

type Way = { readonly who: Text; readonly steps: readonly { readonly title: Text; readonly text: Text }[]; readonly first: { readonly place: `/${string}`; readonly label: Text } };

const TITLE: Text = { zh: "怎样办理", en: "How it works" };
const WAYS: readonly Way[] = [
  {
    who: { zh: "我有技术要转让", en: "I have technology to sell" },
    steps: [
      { title: { zh: "登记成果", en: "Post the result" }, text: { zh: "写明内容、权属、成熟度和意向价格，材料边写边存。", en: "Describe it, who owns it, how mature it is and what you ask. It saves as you write." } },
      { title: { zh: "选择方式", en: "Choose the way" }, text: { zh: "挂牌、竞价或协议定价；交易机构审核后公开，协议定价公示不少于 15 日。", en: "Listing, auction or agreed price. The exchange reviews it; an agreed price is on notice for at least 15 days." } },
      { title: { zh: "签约登记", en: "Sign and register" }, text: { zh: "成交后生成合同，由登记机构认定，凭证可享税收优惠。", en: "The deal becomes a contract, an office recognises it, and the certificate supports your tax relief." } },
    ],
    first: { place: "/desk/results/new", label: { zh: "登记一项成果", en: "Post a result" } },
  },
  {
    who: { zh: "我要找技术", en: "I am looking for technology" },
    steps: [
      { title: { zh: "搜索或发布需求", en: "Search or post a demand" }, text: { zh: "按领域、成熟度、地区查找；找不到就发布需求，由平台匹配。", en: "Search by field, maturity and region, or post what you need and be matched." } },
      { title: { zh: "洽谈或参与竞价", en: "Talk or bid" }, text: { zh: "登记意向，签保密约定后查看详细材料；竞价须先交保证金。", en: "Register your intent and read the documents under non-disclosure. A deposit comes before bidding." } },
      { title: { zh: "付款交割", en: "Pay and receive" }, text: { zh: "经交易机构专户结算，款项与交付对应，全程留痕。", en: "Money passes through the exchange's account, matched with delivery, all on record." } },
    ],
    first: { place: "/desk/demands/new", label: { zh: "发布一项需求", en: "Post a demand" } },
  },
  {
    who: { zh: "我是技术经理人", en: "I am a technology manager" },
    steps: [
      { title: { zh: "登记备案", en: "Join the register" }, text: { zh: "提交培训与从业信息，进入经理人名录。", en: "Give your training and experience and enter the register." } },
      { title: { zh: "接受委托", en: "Take mandates" }, text: { zh: "买卖双方在线授权，委托范围和佣金写清楚。", en: "Sellers and buyers mandate you online, with scope and commission in writing." } },
      { title: { zh: "撮合成交", en: "Bring them together" }, text: { zh: "推进洽谈，成交后按约定结算佣金。", en: "Lead the talks; your commission is settled with the deal." } },
    ],
    first: { place: "/sign-up", label: { zh: "注册为技术经理人", en: "Sign up as a manager" } },
  },
];

/** How it works for a seller, a buyer and a manager, in three steps each. */
export function HomeSteps({ lang }: { readonly lang: Lang }) {
  return (
    <Section id="how" title={pick(lang, TITLE)}>
      <div className="grid gap-8 border-t border-line pt-6 md:grid-cols-3 md:gap-10">
        {WAYS.map((way) => (
          <div key={way.who.en} className="grid content-start gap-3">
            <h3 className="font-medium">{pick(lang, way.who)}</h3>
            <ol className="grid gap-3">
              {way.steps.map((step, i) => (
                <li key={step.title.en} className="grid grid-cols-[2rem_1fr] gap-x-2">
                  <span aria-hidden="true" className="tabular grid size-6 place-items-center rounded-full border border-brand text-sm leading-none font-medium text-brand">{i + 1}</span>
                  <div>
                    <p className="leading-normal">{pick(lang, step.title)}</p>
                    <p className="text-sm text-ink-soft">{pick(lang, step.text)}</p>
                  </div>
                </li>
              ))}
            </ol>
            <p><a href={href(lang, way.first.place)} className="link">{pick(lang, way.first.label)}</a></p>
          </div>
        ))}
      </div>
    </Section>
  );
}
