import type { HeaderWords } from "./header-words.ts";

/** Chinese headers, simplified and traditional. */
export const chinese: HeaderWords = {
  id: {
    sure: "商机ID | 商机编号 | 交易ID | 商機編號 | 商机号",
    likely: "编号 | 序号 | 编码 | 編號",
  },
  name: {
    sure: "商机名称 | 交易名称 | 项目名称 | 机会名称 | 商機名稱",
    likely: "名称 | 商机 | 标题 | 项目 | 名稱 | 主题",
  },
  account: {
    sure: "客户 | 客户名称 | 公司 | 公司名称 | 企业名称 | 客戶 | 客戶名稱",
  },
  email: {
    sure: "邮箱 | 电子邮件 | 电子邮箱 | 邮件地址 | 電子郵件",
  },
  owner: {
    sure: "负责人 | 商机负责人 | 所有人 | 销售人员 | 业务员 | 销售代表 | 销售负责人 | 負責人 | 销售",
  },
  amount: {
    sure: "金额 | 商机金额 | 预计金额 | 合同金额 | 交易金额 | 金額 | 报价金额 | 成交金额",
    likely: "价格 | 总额 | 预计收入",
  },
  currency: {
    sure: "货币 | 币种 | 貨幣 | 幣別",
  },
  stage: {
    sure: "阶段 | 销售阶段 | 商机阶段 | 階段 | 交易阶段 | 跟进阶段",
    likely: "状态 | 进度",
  },
  "stage-entered": {
    sure: "进入阶段时间 | 阶段变更时间 | 当前阶段开始时间 | 阶段更新时间",
  },
  created: {
    sure: "创建于 | 创建时间 | 创建日期 | 建立日期 | 創建日期 | 建立时间",
    likely: "开始日期 | 创建",
  },
  closed: {
    sure: "关闭日期 | 关闭时间 | 实际成交日期 | 結案日期 | 实际结束日期",
  },
  "won-on": {
    sure: "赢单日期 | 成交日期 | 赢单时间 | 成交时间",
  },
  "lost-on": {
    sure: "输单日期 | 丢单日期 | 输单时间",
  },
  "expected-close": {
    sure: "预计成交日期 | 预计关闭日期 | 预计签单日期 | 预计成交时间 | 預計成交日期 | 预计结束日期",
  },
  "close-date": {
    sure: "结束日期 | 结单日期",
  },
  outcome: {
    sure: "结果 | 输赢 | 结单状态",
    likely: "状态",
  },
  probability: {
    sure: "概率 | 成交概率 | 赢率 | 赢单率 | 可能性 | 赢单概率",
  },
  "last-activity": {
    sure: "最后活动 | 最近联系时间 | 最后跟进时间 | 最近跟进时间 | 最后联系时间",
    likely: "更新时间 | 修改时间 | 最后更新",
  },
  "next-step": {
    sure: "下一步 | 下一步计划 | 下一步行动",
  },
  "next-step-on": {
    sure: "下次跟进时间 | 下次联系时间 | 下次联系日期 | 下次跟进日期",
  },
  source: {
    sure: "客户来源 | 线索来源 | 来源 | 商机来源 | 客戶來源 | 來源",
    likely: "渠道",
  },
  "lost-reason": {
    sure: "输单原因 | 丢单原因 | 失败原因 | 流失原因",
  },
  product: {
    sure: "产品 | 产品名称 | 產品",
    likely: "服务",
  },
  region: {
    sure: "地区 | 区域 | 地區",
    likely: "国家 | 省份",
  },
  pipeline: {
    sure: "销售管道 | 销售漏斗 | 管道",
  },
  "changed-on": {
    sure: "变更时间 | 变更日期 | 修改日期 | 进入时间 | 进入日期",
    likely: "日期 | 时间",
  },
  "left-on": {
    sure: "离开时间 | 离开日期",
  },
  "from-stage": {
    sure: "原阶段 | 变更前阶段 | 旧阶段",
    likely: "变更前",
  },
  "to-stage": {
    sure: "新阶段 | 变更后阶段",
    likely: "变更后",
  },
  "changed-field": {
    sure: "字段 | 字段名 | 变更字段",
  },
  "old-value": {
    sure: "原值 | 旧值",
    likely: "变更前",
  },
  "new-value": {
    sure: "新值",
    likely: "变更后",
  },
  "snapshot-on": {
    sure: "快照日期 | 统计日期 | 截止日期",
    likely: "周",
  },
};
