import type { HeaderWords } from "./header-words.ts";

/** Japanese headers. */
export const japanese: HeaderWords = {
  id: {
    sure: "商談ID | 案件ID | 案件番号 | 商談番号 | 取引ID",
    likely: "番号 | コード | 管理番号",
  },
  name: {
    sure: "商談名 | 案件名 | 取引名",
    likely: "名前 | 件名 | 商談 | 案件 | 名称 | タイトル",
  },
  account: {
    sure: "取引先 | 取引先名 | 会社名 | 顧客名 | 顧客 | 企業名 | 会社 | 得意先",
  },
  email: {
    sure: "メール | メールアドレス | Eメール",
  },
  owner: {
    sure: "取引担当者 | 担当者 | 商談所有者 | 担当 | 営業担当 | 所有者 | 営業担当者 | 担当営業 | 取引の担当者",
  },
  amount: {
    sure: "金額 | 商談金額 | 見積金額 | 案件金額 | 受注金額 | 受注見込額 | 見込金額",
    likely: "売上 | 価格 | 合計 | 予定収益",
  },
  currency: {
    sure: "通貨 | 通貨コード",
  },
  stage: {
    sure: "ステージ | 商談ステージ | フェーズ | 商談フェーズ | 取引ステージ | 営業フェーズ | 案件ステージ",
    likely: "段階 | ステータス | 状況 | 進捗",
  },
  "stage-entered": {
    sure: "ステージ変更日 | 現在のステージに入った日 | フェーズ変更日 | 最終ステージ変更日",
  },
  created: {
    sure: "作成日 | 作成日時 | 登録日 | 案件発生日 | 商談開始日 | 発生日",
    likely: "開始日 | 作成",
  },
  closed: {
    sure: "完了日 | 実クローズ日 | 終了日 | 決着日",
  },
  "won-on": {
    sure: "受注日 | 成約日",
  },
  "lost-on": {
    sure: "失注日",
  },
  "expected-close": {
    sure: "完了予定日 | 受注予定日 | クローズ予定日 | 見込みクローズ日 | 成約予定日 | 予定クローズ日",
  },
  "close-date": {
    sure: "クローズ日",
  },
  outcome: {
    sure: "結果 | 勝敗 | 受注失注",
    likely: "ステータス | 状態 | 状況",
  },
  "is-active": {
    likely: "有効",
  },
  "is-archived": {
    sure: "アーカイブ済み",
  },
  probability: {
    sure: "確率 | 確度 | 受注確率 | 受注確度 | 成約率 | 見込み確度",
  },
  "last-activity": {
    sure: "最終活動日 | 最終連絡日 | 最終コンタクト日 | 最終接触日",
    likely: "更新日 | 最終更新日",
  },
  "next-step": {
    sure: "次のステップ | 次回アクション | ネクストアクション | 次のアクション | 次の活動",
  },
  "next-step-on": {
    sure: "次回活動日 | 次回連絡日 | 次回アクション日 | 次回訪問日 | 次回予定日",
  },
  source: {
    sure: "リードソース | 流入元 | ソース | 獲得経路 | 流入経路",
    likely: "チャネル",
  },
  "lost-reason": {
    sure: "失注理由 | 敗因",
  },
  product: {
    sure: "商品 | 製品 | 製品名 | 商品名",
    likely: "サービス",
  },
  region: {
    sure: "地域 | エリア",
    likely: "国",
  },
  pipeline: {
    sure: "パイプライン",
  },
  "changed-on": {
    sure: "変更日 | 変更日時 | 移行日 | 変更日付",
    likely: "日付 | 日時",
  },
  "left-on": {
    sure: "離脱日",
  },
  "from-stage": {
    sure: "変更前ステージ | 前のステージ | 旧ステージ | 前ステージ",
    likely: "変更前",
  },
  "to-stage": {
    sure: "変更後ステージ | 新ステージ | 次ステージ",
    likely: "変更後",
  },
  "changed-field": {
    sure: "項目 | 項目名 | 変更項目",
  },
  "old-value": {
    sure: "変更前の値 | 旧値",
    likely: "変更前",
  },
  "new-value": {
    sure: "変更後の値 | 新値",
    likely: "変更後",
  },
  "snapshot-on": {
    sure: "スナップショット日 | 基準日 | 集計日",
    likely: "週",
  },
};
