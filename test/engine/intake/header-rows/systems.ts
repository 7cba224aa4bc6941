import type { HeaderCase } from "./header-case.ts";

/** Exports of CRM systems, and templates. */
export const systems: readonly HeaderCase[] = [
  {
    of: "HubSpot deals",
    table: `
      | Record ID | Deal Name | Pipeline | Deal Stage | Amount | Currency | Close Date | Create Date | Deal owner | Deal Type | Closed Lost Reason | Last Activity Date | Next Activity Date | Deal probability | Original Traffic Source |
      | 1001 | Acme | Sales | Proposal | 900 | EUR | "2026-05-31 10:15" | "2026-01-04 08:00" | Ann | newbusiness | | 2026-02-01 | 2026-03-01 | 0.4 | PAID_SEARCH |
      | 1002 | Beta | Sales | Closed Won | 500 | EUR | "2026-02-28 10:15" | "2026-01-06 08:00" | Ben | newbusiness | | 2026-02-02 | 2026-03-02 | 1 | DIRECT |`,
    claims: `id = Record ID; name = Deal Name; pipeline = Pipeline; stage = Deal Stage; amount = Amount;
      currency = Currency; closed = Close Date; expected-close = Close Date; created = Create Date; owner = Deal owner;
      lost-reason = Closed Lost Reason; last-activity = Last Activity Date; next-step-on = Next Activity Date;
      probability = Deal probability; source = Original Traffic Source`,
  },
  {
    of: "HubSpot with stage dates",
    table: `
      | Record ID | Deal Name | Deal Stage | Date entered "Qualified To Buy (Sales Pipeline)" | Date exited "Qualified To Buy (Sales Pipeline)" | Date entered "Contract Sent (Sales Pipeline)" |
      | 1001 | Acme | Contract Sent | 2026-01-04 | 2026-02-01 | 2026-02-01 |
      | 1002 | Beta | Qualified To Buy | 2026-01-06 | | |`,
    claims: `id = Record ID; name = Deal Name; stage = Deal Stage;
      entered-stage Qualified To Buy = Date entered "Qualified To Buy (Sales Pipeline)";
      left-stage Qualified To Buy = Date exited "Qualified To Buy (Sales Pipeline)";
      entered-stage Contract Sent = Date entered "Contract Sent (Sales Pipeline)"`,
  },
  {
    of: "Pipedrive deals",
    table: `
      | Deal - ID | Deal - Title | Deal - Owner | Deal - Value | Deal - Currency of Value | Deal - Weighted value | Deal - Probability | Deal - Organization | Deal - Pipeline | Deal - Stage | Deal - Status | Deal - Deal created | Deal - Update time | Deal - Last stage change | Deal - Next activity date | Deal - Last activity date | Deal - Won time | Deal - Lost time | Deal - Deal closed on | Deal - Lost reason | Deal - Expected close date | Deal - Label | Deal - Source channel |
      | 7 | Acme deal | Ann | 900 | EUR | 450 | 50 | Acme | Pipeline | Contact Made | Open | 2026-01-04 | 2026-02-01 | 2026-02-01 | 2026-03-01 | 2026-02-01 | | | | | 2026-06-30 | Hot | Web |
      | 8 | Beta deal | Ben | 500 | EUR | 500 | 100 | Beta | Pipeline | Proposal Made | Won | 2026-01-06 | 2026-02-02 | 2026-01-20 | | 2026-02-02 | 2026-02-02 | | 2026-02-02 | | 2026-06-30 | | Web |`,
    claims: `id = Deal - ID; name = Deal - Title; owner = Deal - Owner; amount = Deal - Value;
      currency = Deal - Currency of Value; probability = Deal - Probability; account = Deal - Organization;
      pipeline = Deal - Pipeline; stage = Deal - Stage; outcome = Deal - Status; created = Deal - Deal created;
      stage-entered = Deal - Last stage change; next-step-on = Deal - Next activity date;
      last-activity = Deal - Last activity date; won-on = Deal - Won time; lost-on = Deal - Lost time;
      closed = Deal - Deal closed on; lost-reason = Deal - Lost reason; expected-close = Deal - Expected close date;
      source = Deal - Source channel`,
  },
  {
    of: "Salesforce report",
    table: `
      | Opportunity Owner | Account Name | Opportunity Name | Stage | Fiscal Period | Amount | Probability (%) | Age | Close Date | Created Date | Next Step | Lead Source | Type |
      | Ann | Acme | Acme - 100 seats | Negotiation/Review | Q2-2026 | "EUR 900.00" | 90% | 40 | "30/06/2026" | "04/01/2026" | Call | Web | New Business |
      | Ben | Beta | Beta - 50 seats | Prospecting | Q2-2026 | "EUR 500.00" | 10% | 20 | "31/07/2026" | "24/01/2026" | Mail | Web | New Business |`,
    claims: `owner = Opportunity Owner; account = Account Name; name = Opportunity Name; stage = Stage; amount = Amount;
      probability = Probability (%); expected-close = Close Date; created = Created Date; next-step = Next Step;
      source = Lead Source`,
  },
  {
    of: "Salesforce OpportunityHistory",
    table: `
      | OpportunityId | StageName | Amount | ExpectedRevenue | CloseDate | Probability | ForecastCategory | CreatedDate |
      | 006A1 | Prospecting | 900 | 90 | 2026-06-30 | 10 | Pipeline | "2026-01-04T08:00:00.000Z" |
      | 006A1 | Qualification | 900 | 180 | 2026-06-30 | 20 | Pipeline | "2026-02-04T08:00:00.000Z" |
      | 006A2 | Prospecting | 500 | 50 | 2026-07-31 | 10 | Pipeline | "2026-01-05T08:00:00.000Z" |`,
    claims: `id = OpportunityId; stage = StageName; amount = Amount; expected-close = CloseDate;
      probability = Probability; created = CreatedDate`,
  },
  {
    of: "Salesforce field history",
    table: `
      | OpportunityId | Field | OldValue | NewValue | CreatedDate |
      | 006A1 | StageName | Prospecting | Qualification | "2026-02-04T08:00:00.000Z" |
      | 006A1 | Amount | 900 | 950 | "2026-02-05T08:00:00.000Z" |
      | 006A2 | StageName | Prospecting | Closed Lost | "2026-03-04T08:00:00.000Z" |`,
    claims: `id = OpportunityId; changed-field = Field; old-value = OldValue; new-value = NewValue; created = CreatedDate`,
  },
  {
    of: "Zoho deals",
    table: `
      | Deal Owner | Deal Name | Account Name | Type | Lead Source | Contact Name | Amount | Closing Date | Next Step | Stage | Probability | Expected Revenue |
      | Ann | Acme deal | Acme | New | Web | Al Ames | 900 | 2026-06-30 | Call | Value Proposition | 40 | 360 |
      | Ben | Beta deal | Beta | New | Fair | Bo Best | 500 | 2026-07-31 | Mail | Needs Analysis | 20 | 100 |`,
    claims: `owner = Deal Owner; name = Deal Name; account = Account Name; source = Lead Source; amount = Amount;
      expected-close = Closing Date; next-step = Next Step; stage = Stage; probability = Probability`,
  },
  {
    of: "Odoo opportunities",
    table: `
      | Opportunity | Salesperson | Sales Team | Stage | Expected Revenue | Prorated Revenue | Probability | Expected Closing | Closed Date | Last Stage Update | Days to Close | Lost Reason | Active | Tags |
      | Acme desks | Ann | Europe | Proposition | 900 | 450 | 50 | 2026-06-30 | | 2026-02-01 | | | TRUE | Desk |
      | Beta desks | Ben | Europe | Won | 500 | 500 | 100 | 2026-02-28 | 2026-02-20 | 2026-02-20 | 30 | | TRUE | Desk |`,
    claims: `name = Opportunity; owner = Salesperson; stage = Stage; amount = Expected Revenue;
      probability = Probability; expected-close = Expected Closing; closed = Closed Date;
      stage-entered = Last Stage Update; lost-reason = Lost Reason; is-active = Active`,
  },
  {
    of: "SuiteCRM opportunities",
    table: `
      | Opportunity Name | Opportunity Amount | Currency | Sales Stage | Expected Close Date | Probability (%) | Lead Source | Next Step | Assigned User |
      | Acme desks | "$900.00" | US Dollar | Prospecting | 2026-06-30 | 10 | Web | Call | ann |
      | Beta desks | "$500.00" | US Dollar | Closed Won | 2026-02-28 | 100 | Web | | ben |`,
    claims: `name = Opportunity Name; amount = Opportunity Amount; currency = Currency; stage = Sales Stage;
      expected-close = Expected Close Date; probability = Probability (%); source = Lead Source;
      next-step = Next Step; owner = Assigned User`,
  },
  {
    of: "public CRM sample",
    table: `
      | opportunity_id | sales_agent | product | account | deal_stage | engage_date | close_date | close_value |
      | 1C1I7A6R | Ann Agent | Plus Basic | Acme | Won | 2016-10-20 | 2017-03-01 | 1054 |
      | Z063OYW0 | Ben Agent | Pro | Beta | Engaging | 2016-10-25 | | |`,
    claims: `id = opportunity_id; owner = sales_agent; product = product; account = account; stage = deal_stage;
      created = engage_date; closed = close_date; amount = close_value`,
  },
  {
    of: "template with lead ids",
    table: `
      | Opportunity ID | Lead ID | Title | Stage | Value | Probability | Expected Value | Close Date | Product | Notes | Created At | Updated At | Closed At | Owner |
      | O1 | L1 | Acme desks | Proposal | 900 | 0.5 | 450 | 2026-06-30 | Desk | likes blue | 2026-01-04 | 2026-02-01 | | Ann |
      | O2 | L2 | Beta desks | Won | 500 | 1 | 500 | 2026-02-28 | Desk | | 2026-01-06 | 2026-02-20 | 2026-02-20 | Ben |`,
    claims: `id = Opportunity ID; name = Title; stage = Stage; amount = Value; probability = Probability;
      expected-close = Close Date; product = Product; created = Created At; last-activity = Updated At;
      closed = Closed At; owner = Owner`,
  },
  {
    of: "template with units",
    table: `
      | Client Name* | Sales Representative | Deal Stage | Expected Close Date | Deal Value ($) | Status | Last Updated | Action Items |
      | Acme | Ann | Proposal | 2026-06-30 | 900 | Open | 2026-02-01 | Send offer |
      | Beta | Ben | Negotiation | 2026-02-28 | 500 | Won | 2026-02-20 | |`,
    claims: `account = Client Name*; owner = Sales Representative; stage = Deal Stage;
      expected-close = Expected Close Date; amount = Deal Value ($); outcome = Status; last-activity = Last Updated;
      next-step = Action Items`,
  },
  {
    of: "snapshots",
    table: `
      | deal_id | date_created | date_closed | date_snapshot | stage | net_revenue |
      | 1 | 2026-01-04 | | 2026-01-05 | Lead | 900 |
      | 1 | 2026-01-04 | | 2026-01-12 | Proposal | 900 |
      | 2 | 2026-01-06 | | 2026-01-12 | Lead | 500 |`,
    claims: `id = deal_id; created = date_created; closed = date_closed; snapshot-on = date_snapshot; stage = stage;
      amount = net_revenue`,
  },
  {
    of: "Dynamics opportunities",
    table: `
      | Topic | Potential Customer | Est. Close Date | Est. Revenue | Status Reason | Probability | Created On | Owner | Pipeline Phase | Actual Close Date | Rating |
      | Desk | Acme | 2026-07-01 | 900 | In Progress | 50 | 2026-01-01 | Ann | 2-Develop | | Hot |
      | Bank | Beta | 2026-05-01 | 500 | Won | 100 | 2026-01-01 | Ann | 4-Close | 2026-05-02 | Warm |`,
    claims: `name = Topic; account = Potential Customer; expected-close = Est. Close Date; amount = Est. Revenue;
      probability = Probability; created = Created On; owner = Owner; stage = Pipeline Phase;
      closed = Actual Close Date`,
  },
  {
    of: "Close opportunities",
    table: `
      | id | lead_name | status_label | status_type | value | value_currency | confidence | date_created | date_won | note |
      | oppo_1 | Acme | Proposal Sent | active | 900 | USD | 50 | 2026-01-01 | | x |
      | oppo_2 | Beta | Won | won | 500 | USD | 100 | 2026-01-01 | 2026-02-01 | |`,
    claims: `id = id; name = lead_name; stage = status_label; outcome = status_type; amount = value;
      currency = value_currency; probability = confidence; created = date_created; won-on = date_won`,
  },
];
