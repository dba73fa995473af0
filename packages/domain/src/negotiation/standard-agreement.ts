/** The text that is proposed for signing (标准保密协议); either principal may put another in its place before it is signed. */
export function standardAgreement({ seller, buyer, result, no }: { readonly seller: string; readonly buyer: string; readonly result: string; readonly no: string }): string {
  return [
    `保密协议（洽谈编号 ${no}）`,
    `甲方（转让方）：${seller}`,
    `乙方（受让方）：${buyer}`,
    `就“${result}”的技术交易洽谈，双方及其委托的技术经理人约定如下：`,
    "一、保密信息：在本洽谈室内披露的技术资料、报价、条款、往来发言及其摘录、复制件。已公开的信息、接收方已合法掌握或独立取得的信息除外。",
    "二、保密义务：接收方只将保密信息用于评估和达成本次交易，只告知确有必要知悉且已签署本协议的人员，不得复制、转发、反向分析，不得据此申请专利或者实施。",
    "三、查阅留痕：文件按查阅人加注水印，查阅时间和查阅人由平台记录，双方同意以该记录作为证据。",
    "四、期限：保密义务自签署之日起至洽谈结束后五年止；技术秘密至其公开之日止。",
    "五、返还：洽谈未达成交易的，接收方应自洽谈关闭之日起十日内停止使用并销毁保密信息，披露方可以要求书面确认。",
    "六、违约：违反本协议的，承担赔偿责任，并按平台规则记入信用记录。",
    "七、本协议不构成转让、许可或者独家洽谈的承诺。每位参加人以本人名义并代表所在单位签署，自签署时起对其单位和本人生效。",
  ].join("\n");
}
