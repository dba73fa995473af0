import type { Passage, Word } from "./passages.rules.ts";

/**
 * Words of each technical field (技术领域), by how much they say. They are looked for in the words that the segmentation cut, so that 微生物 is not
 * 生物 and 管网 is not 网络.
 */
const LEXICON: Readonly<Record<string, readonly (readonly [weight: number, words: string])[]>> = {
  "01": [[3, "软件 算法 芯片 集成电路 半导体 互联网 物联网 大数据 人工智能 机器学习 神经网络 深度学习 编码 通信 视频会议 网络安全 语音识别 数据库 云计算 光电子 硅光 毫米波 天线 电子对抗 信号处理 智算 封装 强化学习"], [2, "系统 识别 视觉 模型 图像 网络 电子 数据 信息 排序 推荐 电商 建模 调制器 加密 特征"], [1, "智能化 传感 信号"]],
  "02": [[4, "航空 航天 卫星 火箭 无人机 飞行器 发动机叶片 直升机 旋翼 太阳翼 发射场 导弹 风洞 机翼 尾桨 航天器 导航"], [2, "飞行 气动 液氧 零重力"]],
  "03": [[3, "机床 数控 机器人 铣削 切削 模具 激光 焊接 焊缝 铸造 装备 制造 刀柄 齿轮箱 主轴 五轴 叶轮 加工 采矿车 涡轮 刀轨 熔覆"], [2, "机械 轴承 修形 机构 薄壁 液压 自动化 故障诊断 履带"]],
  "04": [[3, "药物 药品 新药 医疗 疫苗 蛋白 抗体 细胞 临床 医学 影像 肿瘤 胰岛素 微球 制剂 支架 血压 血管 血液 免疫球蛋白 基因 碱基 诊断试剂 检测试剂 头孢 中间体 发酵 酶法 乳酸菌 菌种 毒理学 药代动力学 核素 CRISPR CT 层析 螯合剂"], [2, "生物 医用 患者 剂量 辐射剂量"]],
  "05": [[3, "材料 涂料 涂层 合金 陶瓷 催化剂 高分子 复合材料 石墨烯 纤维 薄膜 树脂 玻璃 聚酰胺 碳酸钙 纳米 电镀 热喷涂 微珠 阻燃剂 烧结 裂纹 热处理 防腐 隔膜"], [2, "配方 改性 镍基 表面 热压罐 添加剂 聚合"]],
  "06": [[4, "电池 光伏 风电 风力 储能 氢能 储氢 燃料电池 太阳能 锅炉 电站 热电 电堆 稳燃 硬碳 锂电池 发电 能源站 双极板 新能源 生物质"], [2, "节能 负荷 能源 能效 燃烧 机组 电网"]],
  "07": [[4, "污水 废水 废气 垃圾 飞灰 危险废物 固废 脱硫 填埋场 二噁英 底泥 土壤 尾矿 废液 河道 退役 回收 资源化 环保 减排 渗漏 钝化 废弃物"], [2, "环境 治理 净化 盐 排放"]],
  "08": [[5, "同位素 辐照 核电站 射线 核能 反应堆 热室 靶件 放射性 一回路 换料 镥 钴源 探伤 核技术"], [2, "屏蔽 剂量场"]],
  "09": [[4, "水稻 小麦 玉米 番茄 柑橘 大豆 果园 农田 育种 种子 制种 种业 肉牛 对虾 养殖 虾苗 畜禽 农药 植保 灌溉 砧木 农业 病虫害 黄龙病 青枯病 品种权 新品种 施肥 植物"], [2, "亩 选育 抗病 品种"]],
  "10": [[4, "轨道 高铁 汽车 船舶 桥梁 大桥 隧道 港口 公路 铁路 交通 沉管 车辆 接触网 路侧 轴系 车端 集装箱 车载 整车"], [2, "轴箱 海上 推力 道路 驾驶"]],
  "11": [[4, "城市 消防 燃气 供水 高层建筑 建筑 大楼 街区 管网 地下管网 地下空间 内涝 防灾 火灾 风振 历史建筑 场站 社区 木结构 木构件"], [2, "泄漏 管道 开挖 公共安全 市政"]],
};

const WEIGHTS: ReadonlyMap<string, readonly (readonly [field: string, weight: number])[]> = (() => {
  const weights = new Map<string, (readonly [string, number])[]>();
  for (const [field, groups] of Object.entries(LEXICON)) {
    for (const [weight, words] of groups) for (const word of words.split(" ")) weights.set(word, [...(weights.get(word) ?? []), [field, weight]]);
  }
  return weights;
})();

/** A word said again adds little. */
const REPEATED = 0.35;
/** What stands in the heading is what it is about. */
const IN_TITLE = 2.5;
const LEAST = 2;

/** Words that hold a term of a field and say nothing of it: money and papers of every contract. */
const SAY_NOTHING: ReadonlySet<string> = new Set(["原材料", "材料费", "原材料费", "申请材料", "繁殖材料", "信息费", "数据线", "电子邮件", "电子版"]);

/** What a segmented word says: itself, or the known words that it begins or ends with (锂电池 → 电池). */
function saysOf(word: string): readonly (readonly [term: string, field: string, weight: number])[] {
  if (SAY_NOTHING.has(word)) return [];
  const exact = WEIGHTS.get(word);
  if (exact) return exact.map(([field, weight]) => [word, field, weight]);
  for (let length = word.length - 1; length >= 2; length -= 1) {
    const [head, tail] = [word.slice(0, length), word.slice(-length)];
    const known = WEIGHTS.get(tail) ? tail : WEIGHTS.get(head) ? head : undefined;
    if (known) return WEIGHTS.get(known)!.map(([field, weight]) => [known, field, weight]);
  }
  return [];
}

/** Pairs of words that the segmentation may have cut apart. */
function joined(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    const pair = next && next.start === word.start + word.text.length ? { text: word.text + next.text, start: word.start } : undefined;
    return pair && WEIGHTS.has(pair.text) ? [word, pair] : [word];
  });
}

export function proposeField(words: readonly Word[], titleEnd: number): { readonly field?: string; readonly passages: readonly Passage[] } {
  const scores = new Map<string, number>();
  const said = new Map<string, number>();
  const passages: Passage[] = [];
  for (const { text, start } of joined(words)) {
    for (const [term, field, weight] of saysOf(text)) {
      const before = said.get(`${field} ${term}`) ?? 0;
      said.set(`${field} ${term}`, before + 1);
      const counted = weight * (before === 0 ? 1 : before < 3 ? REPEATED : 0) * (start < titleEnd ? IN_TITLE : 1);
      scores.set(field, (scores.get(field) ?? 0) + counted);
      passages.push({ start, end: start + text.length, text, supports: `field:${field}` });
    }
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (!best || best[1] < LEAST) return { passages: [] };
  return { field: best[0], passages: passages.filter(({ supports }) => supports === `field:${best[0]}`) };
}
