import { demoCreditCode } from "./credit-code.ts";
import { FIELD_CODES, type FieldCode } from "./topics/index.ts";

export type OrganisationKind =
  | "UNIVERSITY" | "INSTITUTE" | "ENTERPRISE" | "STATE_ENTERPRISE" | "INDIVIDUAL"
  | "VENUE" | "REGISTRATION_OFFICE" | "GOVERNMENT" | "AUDIT" | "SERVICE_AGENCY";

/** Seller class of the official tables: 高校 022, 科研机构 021, 医疗 023, 企业 ENT, 自然人 600, 其他 700. */
export type SellerClass = "022" | "021" | "023" | "ENT" | "600" | "700";

export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: OrganisationKind;
  /** Leaf of party-types.json. */
  readonly partyType: string;
  /** GB/T 2260, six digits. */
  readonly divisionCode: string;
  /** Null for natural persons, who have none. */
  readonly creditCode: string | null;
  /** Division prefix an office or government is responsible for; "" the nation; null for everyone else. */
  readonly jurisdiction: string | null;
  /** Two digits, unique within a prefecture (登记编号 YYYY PP CC OO NNNNNN); registration offices only. */
  readonly officeNo: string | null;
  /** Null for those who do not sell. */
  readonly sellerClass: SellerClass | null;
  /** Fields of technology the organisation works in; empty for authorities. */
  readonly fields: readonly FieldCode[];
  /** GB/T 4754 division of main business; null for authorities and natural persons. */
  readonly industry: string | null;
  readonly demo: true;
}

type Row = readonly [key: string, name: string, nameEn: string, division: string, partyType: string, fields: string, industry?: string];

// Invented names throughout; none is the name of an existing university, institute or firm known to us.
const UNIVERSITIES: readonly Row[] = [
  ["univ-zhedong-tech", "浙东理工大学", "Zhedong University of Science and Technology", "330106", "0221", "01 03 05 06 07 10 11"],
  ["univ-qiantang-st", "钱潮科技大学", "Qianchao University of Technology", "330110", "0221", "01 02 03 04 06"],
  ["univ-yongjiang-ocean", "甬东海洋科技大学", "Yongdong Ocean University", "330212", "0221", "05 06 07 09 10"],
  ["univ-yuezhou-agri", "越州农林大学", "Yuezhou Agriculture and Forestry University", "330602", "0221", "04 07 09"],
  ["univ-ouyue-medical", "瓯越医药大学", "Ouyue Medical University", "330302", "0221", "04 08"],
  ["univ-qinhuai-tech", "秦淮理工大学", "Qinhuai University of Technology", "320115", "0221", "01 02 03 05 11"],
  ["univ-taihu-eng", "太湖工程科技大学", "Taihu University of Engineering", "320214", "0221", "03 05 06 07"],
  ["univ-xuhuai-agri", "徐淮农业科技大学", "Xuhuai Agricultural University", "320303", "0221", "07 09"],
  ["univ-pujiang-tech", "浦东江海理工大学", "Pudong Jianghai University of Technology", "310112", "0221", "01 02 03 05 10 11"],
  ["univ-shen-medical", "申江医科大学", "Shenjiang Medical University", "310104", "0221", "04 08"],
  ["univ-jingbei-space", "京北航天科技大学", "Jingbei University of Space Technology", "110108", "0221", "01 02 03 05"],
  ["univ-jicheng-energy", "蓟城能源大学", "Jicheng University of Energy", "110114", "0221", "06 07 08 11"],
  ["univ-linghai-tech", "岭海科技大学", "Linghai University of Science and Technology", "440106", "0221", "01 03 04 05 07"],
  ["univ-pengwan-info", "鹏湾信息大学", "Pengwan University of Information", "440305", "0221", "01 02 10 11"],
  ["univ-yunmeng-photon", "云梦光电科技大学", "Yunmeng University of Photonics", "420111", "0221", "01 02 03 08"],
  ["univ-hanshui-transport", "汉水交通科技大学", "Hanshui University of Transport", "420602", "0221", "03 10 11"],
  ["univ-shudu-nuclear", "蜀都核工业大学", "Shudu University of Nuclear Industry", "510107", "0221", "04 05 08"],
  ["univ-minjiang-rail", "岷江轨道交通大学", "Minjiang University of Rail Transport", "510117", "0221", "03 10 11"],
  ["univ-qinling-aero", "秦岭航空航天大学", "Qinling University of Aeronautics", "610116", "0221", "02 03 05"],
  ["univ-weishui-materials", "渭水材料科技大学", "Weishui University of Materials", "610402", "0221", "05 06 08"],
  ["univ-luzhou-science", "庐州前沿科学大学", "Luzhou University of Frontier Science", "340111", "0221", "01 05 06 08"],
  ["univ-jixia-agri", "稷下农业科技大学", "Jixia Agricultural University", "370112", "0221", "04 07 09"],
  ["univ-daizong-marine", "岱宗海洋工程大学", "Daizong University of Marine Engineering", "370212", "0221", "02 06 07 09 10"],
];

const INSTITUTES: readonly Row[] = [
  ["inst-zhe-materials", "浙江前湾先进材料研究院", "Zhejiang Qianwan Institute of Advanced Materials", "330282", "0211", "05 06", "73"],
  ["inst-zhe-env", "浙江清源生态环境技术研究所", "Zhejiang Qingyuan Institute of Environmental Technology", "330106", "0211", "07 11", "73"],
  ["inst-zhe-isotope", "浙江海盐同位素应用研究院", "Zhejiang Haiyan Institute of Isotope Applications", "330424", "0211", "04 08", "73"],
  ["inst-zhe-tea", "浙江南屏茶业与园艺研究所", "Zhejiang Nanping Institute of Tea and Horticulture", "330109", "0211", "09", "73"],
  ["inst-su-micro", "苏州金鸡湖微纳系统研究所", "Suzhou Jinjihu Institute of Micro and Nano Systems", "320571", "0211", "01 03 04", "73"],
  ["inst-su-grid", "江苏紫金电力技术研究院", "Jiangsu Zijin Institute of Power Technology", "320104", "0211", "06 10", "73"],
  ["inst-hu-rail", "上海临港智能交通研究院", "Shanghai Lingang Institute of Intelligent Transport", "310115", "0211", "02 10 11", "73"],
  ["inst-hu-drug", "上海汇泽药物创新研究所", "Shanghai Huize Institute of Drug Innovation", "310115", "0211", "04", "73"],
  ["inst-jing-nuclear", "北京燕北核技术应用研究所", "Beijing Yanbei Institute of Nuclear Technology", "110111", "0211", "07 08", "73"],
  ["inst-jing-remote", "北京天衡空间信息研究院", "Beijing Tianheng Institute of Space Information", "110108", "0211", "01 02", "73"],
  ["inst-jing-city", "北京城脉城市科学研究院", "Beijing Chengmai Institute of Urban Science", "110105", "0211", "10 11", "73"],
  ["inst-yue-robot", "广东湾区机器人研究院", "Guangdong Bay Institute of Robotics", "440112", "0211", "01 03", "73"],
  ["inst-e-seed", "湖北云泽农作物育种研究所", "Hubei Yunze Institute of Crop Breeding", "420111", "0211", "09", "73"],
  ["inst-chuan-isotope", "四川涪江辐射技术研究所", "Sichuan Fujiang Institute of Radiation Technology", "510703", "0211", "05 08", "73"],
  ["inst-shaan-propulsion", "陕西终南推进技术研究所", "Shaanxi Zhongnan Institute of Propulsion", "610113", "0211", "02 03", "73"],
  ["inst-wan-fusion", "安徽科岛强磁与聚变技术研究院", "Anhui Kedao Institute of Magnets and Fusion", "340104", "0211", "06 08", "73"],
  ["inst-lu-marine", "山东琴岛海洋资源研究所", "Shandong Qindao Institute of Marine Resources", "370212", "0211", "07 09", "73"],
  ["hosp-zhe-first", "浙江湖畔示范医院", "Zhejiang Lakeside Demonstration Hospital", "330102", "0231", "04 08", "84"],
];

const ENTERPRISES: readonly Row[] = [
  ["firm-lanqi-vision", "杭州澜启芯视科技有限公司", "Hangzhou Lanqi Vision Chip Co., Ltd.", "330108", "150", "01 03", "39"],
  ["firm-yunshu-data", "杭州云枢数据技术股份有限公司", "Hangzhou Yunshu Data Technology Co., Ltd.", "330110", "160", "01 11", "65"],
  ["firm-zhejin-pump", "浙锦流体装备股份有限公司", "Zhejin Fluid Equipment Co., Ltd.", "330109", "160", "03 06", "34"],
  ["firm-xixi-bio", "杭州溪元生物医药有限公司", "Hangzhou Xiyuan Biomedicine Co., Ltd.", "330114", "150", "04", "27"],
  ["firm-yuyue-env", "浙江禹越水务科技有限公司", "Zhejiang Yuyue Water Technology Co., Ltd.", "330106", "150", "07 11", "46"],
  ["firm-mingzhou-auto", "宁波明洲汽车零部件有限公司", "Ningbo Mingzhou Auto Parts Co., Ltd.", "330206", "150", "03 10", "36"],
  ["firm-beilun-mould", "宁波梅岭精密模具有限公司", "Ningbo Meiling Precision Mould Co., Ltd.", "330212", "170", "03", "35"],
  ["firm-jiahe-battery", "嘉禾氢电新能源股份有限公司", "Jiahe Hydrogen and Battery Co., Ltd.", "330402", "160", "05 06", "38"],
  ["firm-anji-bamboo", "安吉竹源新材料有限公司", "Anji Zhuyuan New Materials Co., Ltd.", "330523", "170", "05 06 09", "20"],
  ["firm-keqiao-textile", "绍兴锦织功能面料有限公司", "Shaoxing Jinzhi Functional Fabrics Co., Ltd.", "330603", "170", "05 07", "17"],
  ["firm-wenzhou-valve", "温州鹿潮阀门科技有限公司", "Wenzhou Luchao Valve Technology Co., Ltd.", "330302", "170", "03 08", "34"],
  ["firm-taizhou-pharma", "台州椒海制药有限公司", "Taizhou Jiaohai Pharmaceutical Co., Ltd.", "331002", "150", "04 07", "27"],
  ["firm-lishui-agri", "丽水云耕农业科技有限公司", "Lishui Yungeng Agricultural Technology Co., Ltd.", "331102", "170", "09", "01"],
  ["firm-zhoushan-fish", "舟山海牧深蓝渔业有限公司", "Zhoushan Haimu Deep-blue Fishery Co., Ltd.", "330902", "150", "09 10", "04"],
  ["firm-nj-railtech", "南京宁轨智能装备有限公司", "Nanjing Ninggui Intelligent Equipment Co., Ltd.", "320115", "150", "03 10", "37"],
  ["firm-sz-sensor", "苏州微澜传感技术有限公司", "Suzhou Weilan Sensor Technology Co., Ltd.", "320505", "150", "01 04", "39"],
  ["firm-wx-solar", "无锡曜晶光伏科技股份有限公司", "Wuxi Yaojing Photovoltaics Co., Ltd.", "320214", "160", "05 06", "38"],
  ["firm-ks-robot", "昆山捷臂自动化有限公司", "Kunshan Jiebi Automation Co., Ltd.", "320583", "230", "03", "34"],
  ["firm-cz-carbon", "常州碳远复合材料有限公司", "Changzhou Tanyuan Composites Co., Ltd.", "320412", "150", "02 05", "30"],
  ["firm-sh-flight", "上海翎远航空科技有限公司", "Shanghai Lingyuan Aviation Technology Co., Ltd.", "310117", "150", "02", "37"],
  ["firm-sh-chip", "上海砚芯集成电路有限公司", "Shanghai Yanxin Integrated Circuit Co., Ltd.", "310115", "150", "01", "39"],
  ["firm-sh-med", "上海康晟医疗器械股份有限公司", "Shanghai Kangsheng Medical Devices Co., Ltd.", "310114", "160", "04 08", "35"],
  ["firm-sh-joint", "上海莱茵浦精密仪器有限公司", "Shanghai Rhein-Pu Precision Instruments Co., Ltd.", "310112", "310", "03 08", "40"],
  ["firm-bj-cloud", "北京衡云大模型科技有限公司", "Beijing Hengyun Models Technology Co., Ltd.", "110108", "150", "01", "65"],
  ["firm-bj-satellite", "北京星桥卫星应用有限公司", "Beijing Xingqiao Satellite Applications Co., Ltd.", "110115", "150", "02 01", "63"],
  ["firm-bj-green", "北京碧城环境工程有限公司", "Beijing Bicheng Environmental Engineering Co., Ltd.", "110105", "150", "07 11", "77"],
  ["firm-gz-bio", "广州粤芮生物科技有限公司", "Guangzhou Yuerui Biotechnology Co., Ltd.", "440112", "150", "04 09", "27"],
  ["firm-sz-uav", "深圳云帆无人系统有限公司", "Shenzhen Yunfan Unmanned Systems Co., Ltd.", "440305", "150", "02 01", "37"],
  ["firm-sz-storage", "深圳储芯数字能源股份有限公司", "Shenzhen Chuxin Digital Energy Co., Ltd.", "440306", "160", "06 10", "38"],
  ["firm-dg-precision", "东莞启固精密制造有限公司", "Dongguan Qigu Precision Manufacturing Co., Ltd.", "441900", "210", "03 05", "33"],
  ["firm-fs-ceramics", "佛山陶源绿色建材有限公司", "Foshan Taoyuan Green Building Materials Co., Ltd.", "440605", "170", "05 07 11", "30"],
  ["firm-wh-laser", "武汉楚锋激光装备有限公司", "Wuhan Chufeng Laser Equipment Co., Ltd.", "420111", "150", "01 03", "35"],
  ["firm-xy-auto", "襄阳汉驰新能源车辆有限公司", "Xiangyang Hanchi New Energy Vehicles Co., Ltd.", "420602", "150", "06 10", "36"],
  ["firm-yc-chem", "宜昌峡江精细化工股份有限公司", "Yichang Xiajiang Fine Chemicals Co., Ltd.", "420505", "160", "05 07", "26"],
  ["firm-cd-radio", "成都锦频电子科技有限公司", "Chengdu Jinpin Electronics Co., Ltd.", "510107", "150", "01 02", "39"],
  ["firm-my-isotope", "绵阳同辐医药科技有限公司", "Mianyang Tongfu Radiopharmaceuticals Co., Ltd.", "510703", "150", "04 08", "27"],
  ["firm-xa-powder", "西安秦粉增材制造有限公司", "Xi'an Qinfen Additive Manufacturing Co., Ltd.", "610113", "150", "02 03 05", "33"],
  ["firm-bj-ti", "宝鸡陈仓钛业有限公司", "Baoji Chencang Titanium Co., Ltd.", "610304", "170", "05", "32"],
  ["firm-hf-quantum", "合肥量澜信息技术有限公司", "Hefei Lianglan Information Technology Co., Ltd.", "340104", "150", "01", "65"],
  ["firm-wh-appliance", "芜湖鸠江智能家电有限公司", "Wuhu Jiujiang Smart Appliances Co., Ltd.", "340207", "150", "03 06", "38"],
  ["firm-jn-seed", "济南泉穗种业有限公司", "Jinan Quansui Seeds Co., Ltd.", "370112", "150", "09", "01"],
  ["firm-qd-ocean", "青岛崂澜海工装备有限公司", "Qingdao Laolan Offshore Equipment Co., Ltd.", "370212", "150", "06 09 10", "37"],
  ["firm-yt-material", "烟台芝云高分子材料股份有限公司", "Yantai Zhiyun Polymers Co., Ltd.", "370602", "160", "05 07", "26"],
];

const STATE_ENTERPRISES: readonly Row[] = [
  ["state-zhe-energy", "浙江之江综合能源集团有限公司", "Zhejiang Zhijiang Energy Group", "330102", "110", "06 07", "44"],
  ["state-hz-transit", "杭州钱湖轨道运营集团有限公司", "Hangzhou Qianhu Transit Group", "330105", "110", "10 11", "54"],
  ["state-hu-ship", "上海申海船舶工业有限公司", "Shanghai Shenhai Shipbuilding Industry Co., Ltd.", "310115", "110", "03 10 05", "37"],
  ["state-jing-nuclear", "北京华源核能技术有限公司", "Beijing Huayuan Nuclear Technology Co., Ltd.", "110102", "110", "06 08", "44"],
  ["state-shaan-engine", "西安昆明池航空动力有限公司", "Xi'an Kunmingchi Aero Engines Co., Ltd.", "610112", "110", "02 03", "37"],
  ["state-chuan-steel", "四川攀江特钢有限公司", "Sichuan Panjiang Special Steel Co., Ltd.", "510107", "110", "05 07", "31"],
  ["state-lu-city", "青岛胶湾城建集团有限公司", "Qingdao Jiaowan Urban Construction Group", "370203", "110", "10 11", "48"],
];

const INDIVIDUALS: readonly Row[] = [
  ["person-lu-inventor", "陆知行（个人，演示）", "Lu Zhixing (individual)", "330106", "600", "01 03 11"],
  ["person-shen-inventor", "沈怀瑾（个人，演示）", "Shen Huaijin (individual)", "320106", "600", "05 07"],
  ["person-tang-inventor", "唐以宁（个人，演示）", "Tang Yining (individual)", "440304", "600", "01 04"],
  ["person-meng-inventor", "孟春禾（个人，演示）", "Meng Chunhe (individual)", "370102", "600", "09"],
  ["person-he-inventor", "贺远航（个人，演示）", "He Yuanhang (individual)", "610103", "600", "02 10"],
];

const VENUES: readonly Row[] = [
  ["venue-zhejiang", "浙江技术成果交易中心（演示）", "Zhejiang Technology Exchange (demo)", "330106", "024", "", "75"],
  ["venue-shanghai", "上海江海技术交易所（演示）", "Shanghai Jianghai Technology Exchange (demo)", "310104", "150", "", "75"],
  ["venue-national", "国家技术交易中心（演示）", "National Technology Exchange (demo)", "110108", "024", "", "75"],
];

const SERVICE_AGENCIES: readonly Row[] = [
  ["agency-zhe-transfer", "浙江桥知技术转移有限公司", "Zhejiang Qiaozhi Technology Transfer Co., Ltd.", "330106", "150", "", "75"],
  ["agency-hz-valuation", "杭州衡信资产评估有限公司", "Hangzhou Hengxin Appraisal Co., Ltd.", "330102", "150", "", "72"],
  ["agency-zhe-patent", "宁波甬知专利代理有限公司", "Ningbo Yongzhi Patent Agency", "330203", "150", "", "72"],
  ["agency-su-transfer", "江苏联创技术经纪有限公司", "Jiangsu Lianchuang Technology Brokerage", "320106", "150", "", "75"],
  ["agency-hu-pilot", "上海中试汇科技服务有限公司", "Shanghai Zhongshihui Pilot-test Services", "310117", "150", "", "75"],
  ["agency-jing-law", "北京明度知识产权服务有限公司", "Beijing Mingdu IP Services", "110108", "150", "", "72"],
  ["agency-yue-transfer", "深圳湾桥技术转移促进会", "Shenzhen Bay Bridge Technology Transfer Association", "440305", "030", "", "75"],
];

/** division, place in Chinese and English, office number or "" where only a government stands, and whether a government stands there. */
type Seat = readonly [division: string, zh: string, en: string, officeNo: string];

const SEATS: readonly Seat[] = [
  ["330000", "浙江省", "Zhejiang", "01"],
  ["330100", "杭州市", "Hangzhou", "01"],
  ["330106", "杭州市西湖区", "Xihu District, Hangzhou", "06"],
  ["330110", "杭州市余杭区", "Yuhang District, Hangzhou", "10"],
  ["330108", "杭州市滨江区", "Binjiang District, Hangzhou", "08"],
  ["330200", "宁波市", "Ningbo", "01"],
  ["320000", "江苏省", "Jiangsu", "01"],
  ["320100", "南京市", "Nanjing", "01"],
  ["320500", "苏州市", "Suzhou", "01"],
  ["310000", "上海市", "Shanghai", "01"],
  ["310115", "上海市浦东新区", "Pudong, Shanghai", "15"],
  ["110000", "北京市", "Beijing", "01"],
  ["110108", "北京市海淀区", "Haidian, Beijing", "08"],
  ["440000", "广东省", "Guangdong", "01"],
  ["440300", "深圳市", "Shenzhen", "01"],
  ["420000", "湖北省", "Hubei", "01"],
  ["510000", "四川省", "Sichuan", "01"],
  ["610000", "陕西省", "Shaanxi", "01"],
  ["340000", "安徽省", "Anhui", "01"],
  ["370000", "山东省", "Shandong", "01"],
];

/** "330000" → "33", "330100" → "3301", "330106" → "330106". */
export const divisionPrefix = (divisionCode: string): string =>
  divisionCode.endsWith("0000") ? divisionCode.slice(0, 2) : divisionCode.endsWith("00") ? divisionCode.slice(0, 4) : divisionCode;

export const officeKey = (divisionCode: string): string => `office-${divisionPrefix(divisionCode)}`;
export const governmentKey = (divisionCode: string): string => `gov-${divisionPrefix(divisionCode)}`;

const governmentPartyType = (prefix: string): string => (prefix.length === 2 ? "0121" : prefix.length === 4 ? "0131" : "0141");

function build(): DemoOrganisation[] {
  let serial = 0;
  const list: DemoOrganisation[] = [];
  const add = (
    row: Row, kind: OrganisationKind, authority: "11" | "12" | "51" | "91" | null, sellerClass: SellerClass | null,
    rest: { jurisdiction?: string; officeNo?: string } = {},
  ): void => {
    const [key, name, nameEn, divisionCode, partyType, fields, industry] = row;
    serial += 1;
    list.push({
      key, name, nameEn, kind, partyType, divisionCode, sellerClass,
      creditCode: authority === null ? null : demoCreditCode(authority, divisionCode, serial),
      jurisdiction: rest.jurisdiction ?? null,
      officeNo: rest.officeNo ?? null,
      fields: fields === "" ? [] : FIELD_CODES.filter((code) => fields.split(" ").includes(code)),
      industry: industry ?? null,
      demo: true,
    });
  };
  for (const row of UNIVERSITIES) add([...row.slice(0, 6), "83"] as unknown as Row, "UNIVERSITY", "12", "022");
  for (const row of INSTITUTES) add(row, "INSTITUTE", "12", row[4] === "0231" ? "023" : "021");
  for (const row of ENTERPRISES) add(row, "ENTERPRISE", "91", "ENT");
  for (const row of STATE_ENTERPRISES) add(row, "STATE_ENTERPRISE", "91", "ENT");
  for (const row of INDIVIDUALS) add(row, "INDIVIDUAL", null, "600");
  for (const row of VENUES) add(row, "VENUE", row[4] === "024" ? "12" : "91", null);
  for (const row of SERVICE_AGENCIES) add(row, "SERVICE_AGENCY", row[4] === "030" ? "51" : "91", row[4] === "030" ? "700" : "ENT");
  for (const [division, zh, en, officeNo] of SEATS) {
    const jurisdiction = divisionPrefix(division);
    add([officeKey(division), `${zh}技术合同登记处（演示）`, `${en} technology contract registration office (demo)`, division, "024", ""],
      "REGISTRATION_OFFICE", "12", null, { jurisdiction, officeNo });
    const department = jurisdiction.length === 2 ? (["11", "31"].includes(jurisdiction) ? "科学技术委员会" : "科学技术厅") : jurisdiction.startsWith("31") ? "科技和经济委员会" : jurisdiction.length === 6 ? "科学技术局" : "科学技术局";
    add([governmentKey(division), `${zh}${department}（演示）`, `${en} science and technology department (demo)`, division, governmentPartyType(jurisdiction), ""],
      "GOVERNMENT", "11", null, { jurisdiction });
  }
  add(["gov-national", "全国技术市场管理办公室（演示）", "National technology market administration (demo)", "110102", "0111", ""], "GOVERNMENT", "11", null, { jurisdiction: "" });
  add(["audit-national", "技术市场审计监督组（演示）", "Technology market audit (demo)", "110102", "0112", ""], "AUDIT", "11", null, { jurisdiction: "" });
  // Last, so that the codes and names of those before it stay as they were.
  add(["agency-hz-notary", "杭州湖滨公证处（演示）", "Hangzhou Hubin Notary Office (demo)", "330102", "024", "", "72"], "SERVICE_AGENCY", "12", null);
  return list;
}

/** The organisations of the demo country; the list is written by hand, so it needs no seed. */
export const ORGANISATIONS: readonly DemoOrganisation[] = build();

const BY_KEY = new Map(ORGANISATIONS.map((organisation) => [organisation.key, organisation]));

export function organisationOf(key: string): DemoOrganisation {
  const found = BY_KEY.get(key);
  if (found === undefined) throw new Error(`the demo country has no organisation ${key}`);
  return found;
}

export const organisationsOfKind = (...kinds: OrganisationKind[]): DemoOrganisation[] =>
  ORGANISATIONS.filter(({ kind }) => kinds.includes(kind));

/** The office nearest to a seller: its county's, else its prefecture's, else its province's. One contract is registered at one place. */
export function registrationOfficeFor(divisionCode: string): DemoOrganisation {
  const nearest = organisationsOfKind("REGISTRATION_OFFICE")
    .filter(({ jurisdiction }) => divisionCode.startsWith(jurisdiction as string))
    .sort((a, b) => (b.jurisdiction as string).length - (a.jurisdiction as string).length)[0];
  if (nearest === undefined) throw new Error(`no registration office for division ${divisionCode}`);
  return nearest;
}
