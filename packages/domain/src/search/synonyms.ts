import type { Synonyms } from "./bigrams.ts";

/**
 * Words that mean the same to somebody who looks for technology: one line a group, by field. Only other names of the same thing stand together (全称与简称、
 * 俗称、旧称、外文缩写), never things that are merely near each other; a word stands in one group.
 */
const VOCABULARY = `
人工智能 智能算法 ai
机器视觉 图像识别 视觉检测 计算机视觉
深度学习 深度神经网络
大语言模型 大模型 llm
自然语言处理 nlp
物联网 iot
大数据 海量数据
区块链 分布式账本
芯片 集成电路
印制电路板 印刷电路板 电路板 pcb
现场可编程门阵列 fpga
微机电系统 mems
绝缘栅双极型晶体管 igbt
发光二极管 led
有机发光二极管 oled
液晶显示 lcd
传感器 感知器件 敏感元件
射频识别 电子标签 rfid
激光雷达 lidar
太赫兹 thz
第五代移动通信 5g
第六代移动通信 6g
光纤光栅 布拉格光栅 fbg
北斗导航 北斗定位 bds
卫星导航 gnss
虚拟现实 vr
脑机接口 bci
量子密钥分发 量子保密通信 qkd
边缘计算 边缘智能
数据加密 密码算法
无人机 无人飞行器 uav
低轨卫星 低轨道卫星
机器人 机械臂 机械手
自动导引车 agv
数控机床 cnc
增材制造 3d打印 三维打印
数字孪生 数字镜像
轴承 滚动支承
减速器 减速机
电动机 马达
永磁电机 永磁电动机
伺服电机 伺服马达
液压 油压
无损检测 无损探伤 ndt
超声检测 超声探伤
工业ct 工业计算机断层
化学气相沉积 cvd
物理气相沉积 pvd
热障涂层 隔热涂层 tbc
防腐涂层 防腐涂料
表面改性 表面处理
高熵合金 多主元合金
形状记忆合金 记忆合金
镍基高温合金 镍基超合金
铝合金 铝基合金
钛合金 钛基合金
稀土永磁 钕铁硼
碳纤维复合材料 碳纤维增强 cfrp
玻璃纤维 玻纤
石墨烯 graphene
碳纳米管 cnt
碳化硅 sic
氮化镓 gan
金属有机框架 mof
气凝胶 aerogel
环氧树脂 epoxy
阻燃 难燃
生物可降解 可生物降解
水凝胶 hydrogel
锂电池 锂离子电池
钠离子电池 钠电池
动力电池 车用电池
燃料电池 氢燃料电池
固态电池 全固态电池
铅酸电池 铅蓄电池
液流电池 氧化还原液流
超级电容 超级电容器 双电层电容
光伏 太阳能电池 太阳能发电
钙钛矿 perovskite
风电 风力发电
储能 蓄能
抽水蓄能 抽蓄
质子交换膜 pem
储氢 氢储存
水电解制氢 电解水制氢
碳捕集 二氧化碳捕集 ccus
生物质能 生物质发电
地热 地热能
微电网 微网
虚拟电厂 vpp
特高压 uhv
余热回收 余热利用
煤层气 瓦斯 甲烷
页岩气 页岩天然气
核电站 核电厂
放射性废物 核废料
同位素 核素
污水处理 废水处理
垃圾处理 固废处理 固体废物处理
危险废物 危废
建筑垃圾 建筑固废
垃圾渗滤液 渗滤液处理
厨余垃圾 餐厨垃圾
挥发性有机物 voc
细颗粒物 pm2.5
膜分离 膜过滤
膜生物反应器 mbr
厌氧氨氧化 anammox
海水淡化 脱盐
土壤修复 污染土壤治理
黑臭水体 黑臭河道
新能源汽车 电动汽车 电动车
充电桩 充电设施
自动驾驶 无人驾驶 智能驾驶
车路协同 车路云 v2x
轨道交通 城轨
地铁 地下铁道
高速铁路 高铁
盾构机 盾构 掘进机
隧道 隧洞
混凝土 砼
沥青路面 柏油路面
装配式建筑 预制建筑
建筑信息模型 bim
地理信息系统 gis
防水材料 防渗材料
电梯 升降机
抗体偶联药物 adc
单克隆抗体 单抗
双特异性抗体 双抗
嵌合抗原受体 car-t
信使核糖核酸 mrna
疫苗 免疫制剂
肿瘤 癌症
肝癌 肝细胞癌
宫颈癌 子宫颈癌
脑卒中 脑中风
阿尔茨海默病 老年痴呆
艾滋病 hiv
乙型肝炎 乙肝
新型冠状病毒 新冠病毒
核磁共振 磁共振 mri
计算机断层扫描 ct扫描
硼中子俘获 bnct
聚合酶链式反应 pcr
基因编辑 基因剪辑 crispr
外泌体 胞外囊泡
体外诊断 ivd
手术机器人 机器人手术
人工关节 关节假体
心电图 ecg
脑电图 eeg
中药 中草药
靶向给药 靶向递送
水稻 稻谷
玉米 苞米 玉蜀黍
马铃薯 土豆 洋芋
大豆 黄豆
番茄 西红柿
猕猴桃 奇异果
种子 种质 良种
育种 选育
农药 植保药剂
除草剂 除莠剂
病虫害 虫害
生猪 猪只
家禽 禽类
水产养殖 渔业养殖
饲料 饵料
冷链 冷藏运输
秸秆 作物残茬
畜禽粪污 畜禽粪便
沼气 生物燃气
`;

const GROUPS = VOCABULARY.trim().split("\n").map((line) => line.split(" "));

/** Longer words first: of 锂离子电池 its own name is replaced, not a part of it. */
export const SYNONYMS: Synonyms = new Map<string, readonly string[]>(
  GROUPS.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)).toSorted(([a], [b]) => b.length - a.length),
);
