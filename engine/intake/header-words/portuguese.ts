import type { HeaderWords } from "./header-words.ts";

/** Portuguese headers. */
export const portuguese: HeaderWords = {
  id: {
    sure: `Negócio ID | ID do negócio | ID da oportunidade | Número da oportunidade |
      ID do registro`,
    likely: "Identificador | Número | Código | Referência",
  },
  name: {
    sure: "Nome do negócio | Nome da oportunidade | Título do negócio",
    likely: "Nome | Título | Negócio | Oportunidade | Projeto | Assunto",
  },
  account: {
    sure: `Conta | Nome da conta | Empresa | Nome da empresa | Cliente | Nome do cliente |
      Organização | Companhia`,
  },
  email: {
    sure: "E-mail | Endereço de e-mail | Correio eletrônico",
  },
  owner: {
    sure: `Proprietário | Proprietário do negócio | Responsável | Vendedor | Atribuído a |
      Usuário atribuído | Proprietário da oportunidade | Dono | Dono do negócio`,
  },
  amount: {
    sure: `Montante | Valor do negócio | Valor da oportunidade | Quantia | Valor estimado |
      Valor da proposta`,
    likely: "Valor | Receita esperada | Receita | Preço | Total",
  },
  currency: {
    sure: "Moeda | Código da moeda",
  },
  stage: {
    sure: `Etapa | Estágio | Etapa do negócio | Estágio de vendas | Etapa do funil |
      Fase do negócio | Estágio da oportunidade | Etapa de vendas`,
    likely: "Fase | Situação | Status",
  },
  "stage-entered": {
    sure: `Última alteração de etapa | Data de entrada na etapa | Última mudança de etapa |
      Na etapa desde`,
  },
  created: {
    sure: `Criado em | Data de criação | Negócio criado em | Negócio criado | Data de abertura |
      Aberto em | Criada em | Aberta em`,
    likely: "Criado | Data de início | Início | Data de cadastro",
  },
  closed: {
    sure: `Negócio fechado em | Fechado em | Data de fechamento real | Encerrado em | Encerrada em |
      Fechada em | Data de encerramento`,
  },
  "won-on": {
    sure: "Ganho em | Data de ganho | Ganha em",
  },
  "lost-on": {
    sure: "Perdido em | Data de perda | Perdida em",
  },
  "expected-close": {
    sure: `Data de fechamento esperada | Previsão de fechamento | Data prevista de fechamento |
      Fechamento previsto | Data de fechamento prevista | Fechamento esperado |
      Data esperada de fechamento | Previsão de fecho | Data prevista de fecho | Fecho previsto |
      Data de fecho prevista`,
    likely: "Data prevista",
  },
  "close-date": {
    sure: "Data de fechamento | Data de fecho | Fechamento",
  },
  outcome: {
    sure: "Resultado | Desfecho | Ganho perdido",
    likely: "Status | Situação | Estado | Ganho | Ganha",
  },
  "is-active": {
    likely: "Ativo | Ativa",
  },
  "is-lost": {
    likely: "Perdido | Perdida",
  },
  "is-archived": {
    sure: "Arquivado | Arquivada",
  },
  probability: {
    sure: "Probabilidade | Probabilidade de fechamento | Chance de ganho",
  },
  "last-activity": {
    sure: "Última atividade | Último contato | Último contacto | Data da última atividade",
    likely: "Atualizado em | Última atualização | Última modificação | Hora da atualização",
  },
  "next-step": {
    sure: "Próximo passo | Próximos passos | Próxima ação | Próxima etapa | Próxima atividade",
  },
  "next-step-on": {
    sure: "Data da próxima atividade | Próximo contato | Data do próximo contato | Data de retorno",
  },
  source: {
    sure: "Origem | Canal de origem | Fonte | Origem do lead | Fonte do lead",
    likely: "Canal",
  },
  "lost-reason": {
    sure: "Motivo da perda | Razão da perda | Motivo do perdido",
  },
  product: {
    sure: "Produto | Produtos",
    likely: "Serviço",
  },
  region: {
    sure: "Região | Território",
    likely: "País | Estado",
  },
  pipeline: {
    sure: "Funil | Funil de vendas",
  },
  "changed-on": {
    sure: "Alterado em | Data da alteração | Modificado em | Data da mudança | Entrou em | Data de entrada",
    likely: "Data | Desde | Quando | Entrada",
  },
  "left-on": {
    sure: "Data de saída | Saiu em",
    likely: "Até | Fim | Saída",
  },
  "from-stage": {
    sure: "Etapa anterior | Estágio anterior | Da etapa | De etapa",
    likely: "De",
  },
  "to-stage": {
    sure: "Nova etapa | Novo estágio | Para etapa",
    likely: "Para",
  },
  "changed-field": {
    sure: "Campo | Nome do campo | Campo alterado",
  },
  "old-value": {
    sure: "Valor antigo | Valor anterior",
    likely: "Antes",
  },
  "new-value": {
    sure: "Novo valor | Valor novo",
    likely: "Depois",
  },
  "snapshot-on": {
    sure: "Data do snapshot | Data de corte | Data do relatório",
    likely: "Semana",
  },
};
