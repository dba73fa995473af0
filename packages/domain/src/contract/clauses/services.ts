import { blank, type Clause, type Roles, type Template } from "./clause.ts";

const NEW_RESULTS = ({ seller, buyer }: Roles): Clause => ({
  title: "新的技术成果的归属",
  basis: "民法典第八百八十五条",
  text: `履行本合同过程中，${seller}利用${buyer}提供的技术资料和工作条件完成的新的技术成果，属于${seller}；${buyer}利用${seller}的工作成果完成的新的技术成果，属于${buyer}。`,
});

/** 技术咨询 (民法典 878–881). */
export const CONSULTING: Template = {
  heading: "技术咨询合同",
  roles: { seller: "受托人", buyer: "委托人" },
  object: ({ draft, roles }) => [
    {
      title: "咨询的内容、形式和要求",
      basis: "民法典第八百七十八条、第八百八十条",
      text: `${roles.seller}就“${draft.projectName}”这一特定技术项目，向${roles.buyer}提供可行性论证、技术预测、专题技术调查、分析评价报告。\n1．咨询的问题：${blank("要回答的技术问题")}。\n2．方法：${blank("科学分析方法、数据来源")}。\n3．成果形式：咨询报告或者意见，${blank("份数与提交时间")}。`,
    },
    {
      title: `${roles.buyer}的协作事项`,
      basis: "民法典第八百七十九条",
      text: `${roles.buyer}应阐明咨询的问题，提供技术背景材料及有关技术资料、数据：${blank("资料与时间")}，并接受${roles.seller}的工作成果，支付报酬。`,
    },
  ],
  results: ({ roles }) => [
    {
      title: "决策的责任",
      basis: "民法典第八百八十一条",
      text: `${roles.buyer}按照${roles.seller}符合约定要求的咨询报告和意见作出决策所造成的损失，由${roles.buyer}承担。${roles.seller}未按期提出咨询报告或者提出的报告不符合约定的，应承担减收或者免收报酬等违约责任。`,
    },
    NEW_RESULTS(roles),
  ],
  acceptance: ({ roles }) => ({
    title: "验收标准和方法",
    basis: "民法典第八百四十五条",
    text: `验收标准：咨询报告回答了本合同约定的全部问题，数据来源和分析方法清楚。验收方法：${blank("专家评审会或书面确认")}，由${roles.buyer}在收到报告后${blank("日数")}日内完成。`,
  }),
};

/** 技术服务 (民法典 878, 882–886). */
export const SERVICE: Template = {
  heading: "技术服务合同",
  roles: { seller: "受托人", buyer: "委托人" },
  object: ({ draft, roles }) => [
    {
      title: "要解决的特定技术问题和服务内容",
      basis: "民法典第八百七十八条、第八百八十三条；认定规则第四十条",
      text: `${roles.seller}以技术知识为${roles.buyer}解决“${draft.projectName}”项目的下列特定技术问题：${blank("要解决的技术问题")}。\n1．服务内容：${blank("服务内容")}。\n2．应达到的质量和数量指标：${blank("可以检验的指标")}。\n3．传授解决技术问题的知识的方式：${blank("方式")}。`,
    },
    { title: "履行期限、地点和方式", basis: "民法典第八百四十五条", text: `履行期限：${draft.validFrom ?? blank("起")}至${draft.validTo ?? blank("止")}。履行地点：${blank("地点")}。履行方式：${blank("方式")}。` },
    {
      title: `${roles.buyer}的协作事项`,
      basis: "民法典第八百八十二条",
      text: `${roles.buyer}应提供下列工作条件，完成配合事项，接受工作成果并支付报酬：${blank("工作条件与配合事项")}。`,
    },
  ],
  results: ({ roles }) => [
    NEW_RESULTS(roles),
    { title: "费用与既有知识产权", basis: "民法典第八百八十六条；认定规则第四十条", text: `${roles.seller}正常开展工作所需的费用由${roles.seller}承担。本合同不转移${roles.seller}既有的知识产权。` },
  ],
  acceptance: ({ roles }) => ({
    title: "验收标准和方法",
    basis: "民法典第八百四十五条、第八百八十四条",
    text: `验收标准：达到本合同约定的质量和数量指标。验收方法：${blank("检测报告、连续统计或现场验证")}。${roles.seller}未按照约定完成服务工作的，应承担免收报酬等违约责任。`,
  }),
};

/** 技术培训 (民法典 887; 认定规则 43–46). */
export const TRAINING: Template = {
  heading: "技术培训合同",
  roles: { seller: "受托人", buyer: "委托人" },
  object: ({ draft, roles }) => [
    {
      title: "培训的内容和要求",
      basis: "民法典第八百八十七条；认定规则第四十三条、第四十四条",
      text: `${roles.seller}对${roles.buyer}指定的下列专业技术人员进行“${draft.projectName}”特定项目的技术指导和业务训练：${blank("人员名单或条件与人数")}。\n1．培训内容：${blank("特定技术项目的专业知识")}。\n2．应达到的水平：${blank("质量要求")}。`,
    },
    { title: "培训计划、进度和地点", basis: "民法典第八百四十五条", text: `培训计划与进度：${blank("期数、时间")}。地点：${blank("地点")}。教师：${blank("资历与人数")}。场地、设施和试验条件由${blank("一方")}提供。` },
  ],
  results: ({ roles }) => [NEW_RESULTS(roles)],
  acceptance: () => ({ title: "考核标准和方法", basis: "民法典第八百四十五条", text: `考核标准：${blank("合格率或能独立完成的工作")}。考核方法：${blank("考试、实操")}。达不到约定标准的，由受托人免费补训。` }),
};

/** 技术中介 (民法典 887; 认定规则 47–49). */
export const INTERMEDIARY: Template = {
  heading: "技术中介合同",
  roles: { seller: "中介人", buyer: "委托人" },
  object: ({ draft, roles }) => [
    {
      title: "中介的内容和要求",
      basis: "民法典第八百八十七条；认定规则第四十七条、第四十八条",
      text: `${roles.seller}以自己的知识、技术、经验和信息，为${roles.buyer}与第三人就“${draft.projectName}”项目订立技术合同进行联系、介绍，并协助解决履行中的问题。\n1．具体的技术成果或者技术项目：${blank("名称与内容")}。\n2．促成的合同类别和第三人应具备的条件：${blank("类别与条件")}。`,
    },
    { title: "如实说明", basis: "民法典第八百八十七条、第九百六十二条", text: `${roles.buyer}提出的订约要求应真实合法；${roles.seller}应如实报告第三人的履约能力、技术成果的权属和成熟程度，不得隐瞒。` },
  ],
  results: ({ roles }) => [
    {
      title: "中介报酬和费用",
      basis: "民法典第九百六十三条、第九百六十四条",
      text: `促成技术合同成立的，${roles.buyer}按照本合同支付中介报酬，从事中介活动的费用由${roles.seller}承担；未促成的，${roles.seller}不得请求支付报酬，但可以请求支付约定的必要费用：${blank("费用约定，没有的写“无”")}。`,
    },
  ],
  acceptance: () => ({ title: "完成的标准", basis: "民法典第八百四十五条", text: "以委托人与第三人签订的技术合同生效为中介工作完成的标准，以该合同文本为证明。" }),
};
