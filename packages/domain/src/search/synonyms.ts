import type { Synonyms } from "./bigrams.ts";

/** Words that mean the same to somebody who looks for technology. One line a group. */
const GROUPS = [
  ["人工智能", "智能算法", "ai"],
  ["机器视觉", "图像识别", "视觉检测"],
  ["无人机", "无人飞行器", "uav"],
  ["锂电池", "锂离子电池"],
  ["动力电池", "车用电池"],
  ["燃料电池", "氢燃料电池"],
  ["光伏", "太阳能电池", "太阳能发电"],
  ["储能", "蓄能"],
  ["污水处理", "废水处理"],
  ["垃圾处理", "固废处理", "固体废物处理"],
  ["芯片", "集成电路"],
  ["物联网", "iot"],
  ["大数据", "海量数据"],
  ["机器人", "机械臂"],
  ["增材制造", "3d打印", "三维打印"],
  ["碳捕集", "二氧化碳捕集", "ccus"],
  ["新能源汽车", "电动汽车", "电动车"],
  ["抗体偶联药物", "adc"],
  ["疫苗", "免疫制剂"],
  ["种子", "种质", "良种"],
  ["传感器", "感知器件", "敏感元件"],
  ["石墨烯", "graphene"],
  ["碳化硅", "sic"],
  ["氮化镓", "gan"],
  ["激光雷达", "lidar"],
  ["5g", "第五代移动通信"],
  ["区块链", "分布式账本"],
  ["核磁共振", "磁共振", "mri"],
  ["水稻", "稻谷"],
  ["轴承", "滚动支承"],
] as const;

export const SYNONYMS: Synonyms = new Map<string, readonly string[]>(
  GROUPS.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)),
);
