import { draftResult, publishResult } from "@ttx/domain/result";
import type { SceneResult, Stage } from "../stage.ts";

/** What a scene is about where it wants a result that nothing else has touched: field, title, what it does, its completers. */
const ORIGINALS = {
  "copper-slag": ["06", "铜冶炼渣真空碳热还原回收铁锌技术", "在真空下以兰炭为还原剂处理铜冶炼水淬渣，铁回收率九成以上，锌以氧化锌烟尘富集", ["冯立群", "孟庆川", "沈一苇"]],
  "lidar-fog": ["01", "雾天激光雷达点云去噪与补全方法", "以回波强度和多帧一致性识别雾滴噪点并补全被遮挡目标，能见度五十米时车辆检出率不低于九成", ["梁以宁", "高明远"]],
  "bamboo-fibre": ["05", "竹纤维增强聚乳酸注塑料及其制备", "竹纤维经酶法脱胶与界面接枝后与聚乳酸共混，拉伸强度提高四成，可在普通注塑机上成型", ["郑秋实", "陶然", "许子墨"]],
  "hot-press": ["03", "超高强钢热冲压模具随形水道增材制造", "以激光粉末床熔融制造随形水道镶块，保压时间缩短三成，模具寿命达到三十万次", ["郭北辰", "钟诚"]],
  "pump-noise": ["03", "液压泵流体噪声主动抑制装置", "在出口管路布置压电式谐振器并以自适应算法调节，主要阶次噪声降低十二分贝", ["贾南山", "任可"]],
  "algae-bloom": ["07", "湖库蓝藻水华七日预报与调度系统", "融合卫星、浮标与气象预报建立同化模型，七日预报准确率八成以上，给出取水口避让建议", ["江映月", "何思源"]],
  "wind-blade": ["06", "风电叶片雷击损伤在线识别技术", "以分布式光纤与声发射联合判别雷击位置和损伤等级，误报率低于百分之三", ["傅长风", "栾晓"]],
  "cold-chain": ["08", "水产冷链相变蓄冷箱及其温度预测方法", "以复合相变材料保持零下两度七十二小时，按路线预测箱内温度并提前报警", ["杜若洋", "温知夏"]],
  "dye-free": ["05", "超临界二氧化碳涤纶无水染色工艺", "以超临界二氧化碳为介质染色，无废水排放，染料利用率九成五以上，介质循环使用", ["秦素", "殷文博"]],
  "steam-trap": ["06", "蒸汽疏水阀在线诊断与节能调控技术", "以声学与温差联合判别疏水阀泄漏并自动给出检修次序，蒸汽损失降低一成五", ["章令仪", "霍启明"]],
  "heat-pump": ["06", "工业余热高温热泵油路自清洁技术", "以在线粘度监测与旋流分离保持润滑油洁净，压缩机大修周期延长一倍，能效衰减降到百分之二以内", ["章令仪", "沈一苇"]],
  "seal-test": ["03", "电池包密封性差压快速检测技术", "以差压衰减与温度补偿算法三十秒完成电池包气密检测，漏检率低于万分之一", ["潘一舟", "鲁静姝"]],
  "membrane": ["07", "低能耗陶瓷平板膜污水深度处理技术", "以低温烧结陶瓷平板膜替代有机膜，通量提高三成，吨水电耗低于零点三度，膜寿命六年以上", ["王清源", "冯立群"]],
  "binder": ["05", "锂电负极水性粘结剂的规模化制备", "以改性羧甲基纤维素与丁苯乳液复配，极片剥离强度提高两成，循环一千次容量保持率九成", ["吴衡", "俞景行"]],
  "dust-hood": ["03", "铸造落砂工位自适应吸尘罩", "按落砂位置自动调节罩口与风量，岗位粉尘浓度下降八成，风机电耗下降四成", ["田守一", "罗野"]],
  "gear-drive": ["03", "谐波减速器柔轮疲劳寿命提升工艺", "以喷丸与低温离子渗氮复合强化柔轮，疲劳寿命提高一倍，精度保持性优于进口同类", ["韩起", "万里程"]],
  "drone-spray": ["08", "丘陵果园无人机仿形喷施控制方法", "以点云识别冠层并实时调整喷幅与流量，药液利用率提高三成，漂移减少一半", ["祝远山", "岑若溪"]],
  "fibre-gyro": ["01", "小型光纤陀螺温度漂移补偿方法", "以分段模型在线补偿温度漂移，零偏稳定性提高一个数量级，体积减小三成", ["路行舟", "白简"]],
  "odour": ["07", "垃圾中转站恶臭光催化与生物联合净化技术", "以可见光催化与生物滤床串联，恶臭去除率九成五，运行费用下降四成", ["庄静姝", "钱穆"]],
} as const;

export type OriginalKey = keyof typeof ORIGINALS;

/** The university publishes a result through the same door as in a browser, long before the scene: the newest results stay those that talks are about. */
export async function ownResult(stage: Stage, owner: string, key: OriginalKey): Promise<SceneResult> {
  const [field, title, does, names] = ORIGINALS[key];
  const seller = stage.who(owner, "seller");
  const share = Math.floor(10_000 / names.length);
  await stage.daysAgo(400);
  const { resultId, version } = await stage.act(draftResult, seller, {
    secrecy: "NO", secrecyOfficer: "保密办公室（演示）", title, field, stage: "PILOT", readinessLevel: 7, tradeModes: ["ASSIGNMENT", "LICENCE"], priceNegotiable: true,
    summary: `${does}。已完成中试并通过第三方检测，形成工艺文件和操作规程，在两家企业试用满一年，运行稳定。转让内容包括专利、技术秘密、图纸与操作培训，可按受让方条件提供工程化设计与现场调试，适合已有相近生产线的企业在半年内完成改造。成果权属清晰，无质押，未许可他人使用。`,
    divisionCode: seller.organisation!.divisionCode, contactName: seller.name, contactPhone: "0571-88990011",
    completers: names.map((name, i) => ({ name, shareBp: i === 0 ? 10_000 - share * (names.length - 1) : share })),
    rights: [{ kind: "1", title: `${title}（工艺参数与操作规程）`, status: "SECRET" }],
  });
  await stage.act(publishResult, seller, { resultId, version });
  return { id: resultId, title, owner, tradeModes: ["ASSIGNMENT", "LICENCE"] };
}
