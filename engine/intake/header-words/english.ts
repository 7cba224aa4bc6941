import type { HeaderWords } from "./header-words.ts";

/** English headers of CRM exports and of sheets kept by hand. */
export const english: HeaderWords = {
  id: {
    sure: `Record ID | Deal ID | Opportunity ID | Pipedrive System ID | Deal number |
      Deal no | Opportunity number | Opportunity no | Deal key | Deal ref | Deal reference |
      Case Safe ID | Opportunity ID 18 | External ID | Deal record ID | Enquiry ID |
      Inquiry ID | Quote ID`,
    likely: "ID | Lead ID | Key | Ref | Reference | No | Nr | Number | UUID | GUID | Code",
  },
  name: {
    sure: `Deal Name | Deal title | Opportunity Name | Opportunity title | Lead title |
      Lead name | Enquiry | Deal description | Opportunity description`,
    likely: `Name | Title | Topic | Deal | Opportunity | Lead | Project | Project name | Subject |
      Record name | Card name | Task name | Item name`,
  },
  account: {
    sure: `Organization | Organisation | Account | Account Name | Company | Company Name |
      Client | Client Name | Customer | Customer Name | Organization name |
      Organisation name | Associated Company | Primary company | Prospect company | Buyer |
      Lead company | Potential customer`,
    likely: "Prospect | Prospect name | Business | Business name",
  },
  email: {
    sure: "E-mail | Email address | Contact Email | Customer email | Client email",
    likely: "Associated Contact | Contact",
  },
  owner: {
    sure: `Owner | Deal Owner | Opportunity Owner | Owner name | Record owner | Account owner |
      Lead owner | Sales person | Sales Rep | Sales Representative | Sales agent | Assigned To |
      Assigned User | Assigned | Account Executive | Account Manager | Seller | Rep | Responsible |
      Assignee | Salesman | Deal owner name | HubSpot owner | Sales owner | Owned by |
      User responsible | Responsible person | Handled by`,
    likely: "Agent | AE | User | Who | Consultant | Recruiter",
  },
  amount: {
    sure: `Amount | Deal Size | Deal Value | Deal amount | Opportunity Amount |
      Opportunity Value | Close value | Contract value | Total contract value | TCV | ACV |
      ARR | Annual contract value | Sales amount | Sales value | Estimated value |
      Estimated revenue | Est revenue | Est value | Net revenue | Quote value |
      Quote amount | Amount in company currency | Deal worth | Potential value |
      Pipeline value | Bid amount`,
    likely: `Value | Expected Revenue | Revenue | Price | Size | Worth | Total | Total value |
      MRR | Order value | Project value | Quoted price | Potential revenue`,
    faint: "Fee | Budget",
  },
  currency: {
    sure: `Currency | Currency of Value | Currency code | Deal currency | Amount currency |
      Opportunity currency | Value currency | Bid currency`,
    likely: "Cur | Ccy",
  },
  stage: {
    sure: `Stage | Deal Stage | Sales Stage | Pipeline Stage | Stage pipeline | Stage Name |
      Current stage | Opportunity Stage | Lead stage | Sales phase | Deal phase |
      Pipeline phase | Funnel stage | Milestone | Status label`,
    likely: `Phase | Step | Deal status | Lead status | Opportunity status | Pipeline status |
      Sales status | Status | List name`,
  },
  "stage-entered": {
    sure: `Date entered current stage | Last stage change | Last stage change date |
      Last Stage Update | From Date | Stage entered | Stage entered on | Stage date |
      Stage since | In stage since | Entered current stage | Stage changed |
      Stage change date | Date entered stage | Stage entry date | Stage start date |
      Entered at | Entered | Entered on`,
  },
  created: {
    sure: `Created | Create Date | Created Date | Created At | Created on | Date created |
      Deal created | Creation date | Deal creation date | Engage date | Deal created on |
      Deal created date | Opportunity created | Opportunity created date | Add time | Date added |
      Added on | Open date | Opened on | Opened | Date opened | Created time | Lead created |
      Enquiry date | Date of enquiry | Inquiry date | First contact date | Deal start date |
      Lead date | Received on | Date received`,
    likely: "Start date | Start | Opening date | Added | Record date | Date in | Received | Time stamp",
  },
  closed: {
    sure: `Closed | Closed Date | Closed At | Closed on | Date closed | Deal closed on |
      Actual close date | Actual close | Actual closed date | Deal closed | Closed time |
      Actual closing date`,
    likely: `End | End date | Ended | Decision date | Decision on | Decided on | Date decided | Won lost date |
      Outcome date`,
  },
  "won-on": {
    sure: "Won time | Won on | Won date | Won at | Date won | Deal won on | Win date",
  },
  "lost-on": {
    sure: "Lost time | Lost on | Lost date | Lost at | Date lost | Deal lost on",
  },
  "expected-close": {
    sure: `Expected Close | Expected Close Date | Expected Closing | Expected Closure Date |
      Expected closing date | Estimated close | Estimated close date | Est close |
      Est close date | Forecast close | Forecast close date | Target close |
      Target close date | Projected close | Projected close date | Planned close date |
      Anticipated close date | Expected closed date | Estimated closing date |
      Estimated closing | Exp close | Exp close date | Planned close | Forecasted close date`,
    likely: "Expected date | Due date | Forecast date | Target date | Expected decision | ETA",
  },
  "close-date": {
    sure: "Close Date | Closing Date | Close | Deal close date | Date close | Closure date",
  },
  outcome: {
    sure: `Outcome | Won Lost | Won or lost | Deal outcome | Win Loss | Won lost open |
      Open won lost | Status type | Opportunity state`,
    likely: `Status | Result | Deal status | State | Opportunity status | Lead status |
      Deal state | Won | Win | Is won | Closed won | Is closed won`,
  },
  "is-closed": {
    sure: "Is closed",
    likely: "Closed | Is open closed",
  },
  "is-active": {
    sure: "Is active",
    likely: "Active",
  },
  "is-lost": {
    likely: "Lost | Is lost | Closed lost",
  },
  "is-archived": {
    sure: "Archived | Is archived",
  },
  probability: {
    sure: `Probability | Deal probability | Win probability | Close probability |
      Probability of closing | Win chance`,
    likely: "Chance | Likelihood | Confidence | Prob | Win percentage | Win",
  },
  "last-activity": {
    sure: `Last Activity | Last Activity Date | Last Contact | Last Contacted | Last contact date |
      Last touch | Last touched | Last activity on | Last interaction | Last call |
      Last contacted on | Date of last contact`,
    likely: `Last Updated | Last updated on | Last update | Update time | Updated At | Updated |
      Last modified | Last modified date | Modified | Update date`,
  },
  "next-step": {
    sure: `Next Step | Next Steps | Next Action | Next Actions | Action Items | Next activity |
      Next task`,
    likely: "Action | To do | Actions",
  },
  "next-step-on": {
    sure: `Next Activity Date | Next step date | Next action date | Next contact date |
      Next contact | Next follow up | Follow up date | Next follow up date | Next step due |
      Next step on | Next call | Next meeting`,
    likely: "Follow up | Follow up on | Next activity",
  },
  source: {
    sure: `Source | Lead Source | Original Traffic Source | Source channel | Deal source |
      Opportunity source | Lead origin | Original source | Acquisition channel |
      Referral source | Marketing source`,
    likely: "Channel | Origin | Campaign source",
  },
  "lost-reason": {
    sure: `Lost Reason | Closed Lost Reason | Reason For Loss | Loss reason | Reason lost |
      Reason for losing | Why lost | Lost because | Deal lost reason`,
    likely: "Reason",
  },
  product: {
    sure: "Product | Product name | Products | Primary product",
    likely: "Service | Product line",
  },
  region: {
    sure: "Region | Sales region | Territory | Sales territory",
    likely: "Country | Market | Area",
  },
  pipeline: {
    sure: "Pipeline | Pipeline name | Deal pipeline | Sales pipeline",
    likely: "Sales process",
  },
  "changed-on": {
    sure: `Entered | Date in | Changed on | Change date | Changed at | Date changed |
      Date of change | Entered on | Entered at | Date entered | Entered date | Entry date |
      Stage change date | Changed | Transition date | Moved on | Move date | Edit date | Moved at |
      Time stamp | Changed time | Modified on | Modified at`,
    likely: `Date | When | From Date | Since | Start | Start date | Time | Day |
      Date time | From`,
  },
  "left-on": {
    sure: `Left | Date out | Left on | Left at | Date left | Exited | Exited on | Exited at | Date exited |
      Exit date | Left stage`,
    likely: "To Date | Until | End | End date | To | Exit",
  },
  "from-stage": {
    sure: "From stage | Previous stage | Old stage | Prior stage | Stage from | Stage before",
    likely: "From | Previous | Before",
  },
  "to-stage": {
    sure: `To stage | New stage | Next stage | Stage to | Stage after | Stage entered |
      Entered stage`,
    likely: "To | After | New",
  },
  "changed-field": {
    sure: `Field | Field name | Changed field | Field changed | Edited field | Property |
      Property name | Field event`,
    likely: "Attribute | What | Change type",
  },
  "old-value": {
    sure: "Old value | Previous value | From value | Old",
    likely: "From | Before",
  },
  "new-value": {
    sure: "New value | To value | Value after | New",
    likely: "To | After | Value",
  },
  "snapshot-on": {
    sure: `Snapshot date | Date snapshot | Snapshot | Snapshot on | Snapshot day | As of |
      As of date | Report date | Week of | Week ending | Week starting | Snapshot week |
      Exported on | Export date`,
    likely: "Week | As at",
  },
};
