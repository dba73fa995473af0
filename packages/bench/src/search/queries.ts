import { JUDGED } from "./judged.ts";

/** What people type: from one character to a sentence, common and rare words, slips, other words, letters; with and without filters. */
const SHORT = ["光", "电", "医", "水", "车", "钢", "氢", "茶", "桥", "癌", "技术", "系统", "监测", "装备", "工艺", "材料", "检测", "电池", "医学", "海洋", "桥梁", "涂层", "机器", "土壤", "疫苗", "光伏", "智能", "高速", "城市", "碳"];
const RARE = ["0001234", "0500000", "0999999", "0777777 芯片", "zzz", "量子纠缠", "不存在的技术名称", "黄龙病", "锗-68", "吴语"];
const FILTERS = ["field=05", "region=33", "stage=PILOT", "price=100-500", "mode=LICENCE", "field=01,02&stage=RESEARCH", "region=33,31&price=UNDER-10", "sort=newest", "sort=price-asc", "kind=RESULT&sort=price-desc"];

/** Two hundred addresses of the search, the same at every run. */
export function mixedQueries(): readonly string[] {
  const words = [...JUDGED.map(({ q }) => q), ...SHORT, ...RARE];
  const plain = words.map((q) => `q=${encodeURIComponent(q)}`);
  const narrowed = words.slice(0, 200 - plain.length - FILTERS.length).map((q, at) => `q=${encodeURIComponent(q)}&${FILTERS[at % FILTERS.length]!}`);
  return [...plain, ...narrowed, ...FILTERS].slice(0, 200);
}
