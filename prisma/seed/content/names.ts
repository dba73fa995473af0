import type { Chance } from "./chance.ts";

/** Invented people: surname and given name with pinyin. */
const SURNAMES = [
  ["林", "Lin"], ["周", "Zhou"], ["许", "Xu"], ["沈", "Shen"], ["程", "Cheng"], ["顾", "Gu"], ["方", "Fang"], ["陶", "Tao"], ["韩", "Han"], ["姚", "Yao"],
  ["江", "Jiang"], ["邵", "Shao"], ["蒋", "Jiang"], ["卢", "Lu"], ["苏", "Su"], ["魏", "Wei"], ["叶", "Ye"], ["潘", "Pan"], ["钟", "Zhong"], ["崔", "Cui"],
  ["梁", "Liang"], ["宋", "Song"], ["谢", "Xie"], ["董", "Dong"], ["秦", "Qin"], ["余", "Yu"], ["白", "Bai"], ["石", "Shi"], ["任", "Ren"], ["范", "Fan"],
  ["贾", "Jia"], ["郝", "Hao"], ["俞", "Yu"], ["柳", "Liu"], ["戴", "Dai"], ["莫", "Mo"], ["龚", "Gong"], ["文", "Wen"], ["祝", "Zhu"], ["章", "Zhang"],
] as const;

const GIVEN = [
  ["静怡", "Jingyi"], ["卫青", "Weiqing"], ["思远", "Siyuan"], ["雨桐", "Yutong"], ["明哲", "Mingzhe"], ["书瑶", "Shuyao"], ["建柏", "Jianbai"], ["若溪", "Ruoxi"],
  ["嘉树", "Jiashu"], ["清和", "Qinghe"], ["子墨", "Zimo"], ["以安", "Yian"], ["景行", "Jingxing"], ["晓岚", "Xiaolan"], ["文澜", "Wenlan"], ["知夏", "Zhixia"],
  ["承泽", "Chengze"], ["南乔", "Nanqiao"], ["亦舟", "Yizhou"], ["望舒", "Wangshu"], ["启明", "Qiming"], ["秋实", "Qiushi"], ["婉清", "Wanqing"], ["立言", "Liyan"],
  ["修远", "Xiuyuan"], ["怀谷", "Huaigu"], ["语冰", "Yubing"], ["云开", "Yunkai"], ["砚秋", "Yanqiu"], ["长风", "Changfeng"], ["疏影", "Shuying"], ["博衍", "Boyan"],
  ["采薇", "Caiwei"], ["正则", "Zhengze"], ["念真", "Nianzhen"], ["致远", "Zhiyuan"], ["照临", "Zhaolin"], ["听澜", "Tinglan"], ["若谷", "Ruogu"], ["海宁", "Haining"],
] as const;

export interface PersonName {
  readonly zh: string;
  /** Given name first, as in an English text. */
  readonly en: string;
  /** given.surname, lower case, for an address. */
  readonly mailbox: string;
}

export function nameNumber(n: number): PersonName {
  const [surname, surnameEn] = SURNAMES[n % SURNAMES.length] as (typeof SURNAMES)[number];
  const [given, givenEn] = GIVEN[(n + Math.floor(n / SURNAMES.length) * 7) % GIVEN.length] as (typeof GIVEN)[number];
  return { zh: surname + given, en: `${givenEn} ${surnameEn}`, mailbox: `${givenEn}.${surnameEn}`.toLowerCase() };
}

export const NAME_COUNT = SURNAMES.length * GIVEN.length;

/** Different names, for instance of the completers of one result. */
export function someNames(chance: Chance, count: number): PersonName[] {
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(chance.int(0, NAME_COUNT - 1));
  return [...numbers].map(nameNumber);
}
