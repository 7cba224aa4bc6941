import type { HeaderWords } from "./header-words.ts";

/** Spanish headers. */
export const spanish: HeaderWords = {
  id: {
    sure: "ID de la oportunidad | Número de oportunidad | ID del negocio | ID de registro",
    likely: "Identificador | Número | Código | Referencia",
  },
  name: {
    sure: "Nombre de la oportunidad | Nombre del negocio | Nombre del trato | Nombre del acuerdo",
    likely: "Nombre | Título | Oportunidad | Negocio | Trato | Proyecto | Asunto",
  },
  account: {
    sure: `Cuenta | Nombre de la cuenta | Empresa | Nombre de la empresa | Cliente |
      Nombre del cliente | Compañía | Organización | Razón social`,
  },
  email: {
    sure: "Correo | Correo electrónico | E-mail | Dirección de correo",
  },
  owner: {
    sure: `Propietario | Usuario asignado | Asignado a | Responsable | Comercial | Vendedor |
      Propietario de la oportunidad | Propietario del negocio | Ejecutivo de cuenta |
      Ejecutivo`,
  },
  amount: {
    sure: `Importe | Cantidad | Monto | Valor de la oportunidad | Valor del negocio |
      Importe de la oportunidad | Monto estimado | Importe estimado`,
    likely: "Valor | Ingresos esperados | Ingreso esperado | Precio | Total",
  },
  currency: {
    sure: "Moneda | Divisa | Código de moneda",
  },
  stage: {
    sure: `Etapa | Etapa de ventas | Etapa de venta | Etapa del negocio | Fase de venta |
      Etapa de la oportunidad | Etapa del pipeline | Etapa del embudo`,
    likely: "Fase | Estado | Estatus | Fase comercial | Etapa comercial",
  },
  "stage-entered": {
    sure: `Último cambio de etapa | Fecha de entrada en la etapa | En etapa desde |
      Fecha de la etapa`,
  },
  created: {
    sure: `Creado en | Creado el | Fecha de creación | Fecha de alta | Fecha de apertura |
      Abierto el | Creada el | Abierta el`,
    likely: "Creado | Fecha de inicio | Inicio | Alta",
  },
  closed: {
    sure: `Cerrado el | Cerrada el | Fecha de cierre real | Fecha real de cierre | Cerrado en |
      Fecha de cierre efectiva`,
  },
  "won-on": {
    sure: "Ganado el | Ganada el | Fecha de ganado | Fecha ganada",
  },
  "lost-on": {
    sure: "Perdido el | Perdida el | Fecha de perdido | Fecha de pérdida",
  },
  "expected-close": {
    sure: `Fecha de cierre prevista | Fecha prevista de cierre | Cierre previsto |
      Fecha de cierre esperada | Fecha de cierre estimada | Cierre esperado | Cierre estimado |
      Fecha estimada de cierre`,
    likely: "Fecha prevista",
  },
  "close-date": {
    sure: "Fecha de cierre | Cierre",
  },
  outcome: {
    sure: "Resultado | Ganado perdido | Desenlace",
    likely: "Estado | Estatus | Ganado | Ganada",
  },
  "is-active": {
    likely: "Activo | Activa",
  },
  "is-lost": {
    likely: "Perdido | Perdida",
  },
  "is-archived": {
    sure: "Archivado | Archivada",
  },
  probability: {
    sure: "Probabilidad | Probabilidad de cierre | Probabilidad de éxito",
  },
  "last-activity": {
    sure: `Última actividad | Último contacto | Fecha de la última actividad |
      Fecha de último contacto`,
    likely: "Última modificación | Actualizado el | Última actualización | Modificado el",
  },
  "next-step": {
    sure: `Próximo paso | Siguiente paso | Próximos pasos | Siguientes pasos | Próxima acción |
      Próxima actividad`,
  },
  "next-step-on": {
    sure: `Fecha de la próxima actividad | Próximo contacto | Fecha de seguimiento |
      Fecha próxima acción | Próximo seguimiento`,
    likely: "Seguimiento",
  },
  source: {
    sure: `Fuente | Origen | Toma de contacto | Origen del lead | Fuente del prospecto |
      Origen del cliente potencial`,
    likely: "Canal | Procedencia",
  },
  "lost-reason": {
    sure: "Motivo de pérdida | Razón de pérdida | Causa de pérdida",
    likely: "Motivo",
  },
  product: {
    sure: "Producto | Productos",
    likely: "Servicio",
  },
  region: {
    sure: "Región | Territorio | Zona",
    likely: "País",
  },
  pipeline: {
    sure: "Embudo | Embudo de ventas | Canal de ventas",
  },
  "changed-on": {
    sure: "Fecha de cambio | Modificado el | Cambiado el | Fecha de entrada | Entró el",
    likely: "Fecha | Desde | Cuándo | Entrada",
  },
  "left-on": {
    sure: "Fecha de salida | Salió el",
    likely: "Hasta | Fin | Salida",
  },
  "from-stage": {
    sure: "Etapa anterior | Etapa previa | De etapa | Etapa de origen",
    likely: "De",
  },
  "to-stage": {
    sure: "Etapa nueva | Nueva etapa | A etapa | Etapa de destino",
  },
  "changed-field": {
    sure: "Campo | Nombre del campo | Campo modificado",
  },
  "old-value": {
    sure: "Valor anterior | Valor antiguo",
    likely: "Antes",
  },
  "new-value": {
    sure: "Valor nuevo | Nuevo valor",
    likely: "Después",
  },
  "snapshot-on": {
    sure: "Fecha de la instantánea | Fecha de corte | Fecha del informe",
    likely: "Semana",
  },
};
