/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-headings.h"

#include <math.h>
#include <string.h>

/* What adult social care in England writes above the columns of its plans, trackers and logs, in the order of how sure
 * it is. Small letters, no stops; separated by semicolons. What is in brackets counts only as the whole heading. */

typedef struct
{
  TlForeignField field;
  const char *phrases;
} Phrases;

static const Phrases plan_phrases[] = {
  { TL_FOREIGN_FIELD_RISK_REF,
    "risk ref;risk no;risk number;risk id;concern ref;concern no;issue no;issue ref;cqc ref;cqc reference;ref no;"
    "[ref];[reference];[item];item no;item number;[no];[number];[id];sr no;[line];[line no];[serial];reference number" },
  { TL_FOREIGN_FIELD_ACTION_REF,
    "action ref;action no;action number;action id;task no;task id;task ref;action reference" },
  { TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE,
    "origin reference;report ref;report reference;inspection ref;inspection report ref;finding ref;source ref;page;page no;page number;"
    "paragraph;recommendation no;report page;cqc ref;cqc reference;where in the report" },
  { TL_FOREIGN_FIELD_RISK_TITLE,
    "area of concern;area for improvement;area of improvement;improvement area;issue identified;concern identified;"
    "risk identified;key concern;concern;concerns;issue;issues;risk;risks;shortfall;shortfalls;breach;problem;"
    "non compliance;requirement;recommendation;recommendations;finding;findings;what cqc found;what needs to improve;"
    "what do we need to improve;improvement required;improvement needed;risk description;risk title;[title];gap;gaps;"
    "weakness;description of risk;priority;priority area;[standard];[description];[objective];must do;should do" },
  { TL_FOREIGN_FIELD_RISK_BASELINE,
    "baseline issue;baseline;what was found;evidence from inspection;cqc findings;cqc finding;inspection findings;"
    "detail of concern;details of concern;concern detail;issue detail;detail of issue;description of issue;current position;"
    "current situation;[background];[detail];[details];summary of concern;"
    "how the regulation was not being met;reason for breach;what the inspector found" },
  { TL_FOREIGN_FIELD_RISK_THEME,
    "theme;topic;area;category;workstream;work stream;risk category;subject;area of work;service area;section;[type];risk type" },
  { TL_FOREIGN_FIELD_RISK_ORIGIN,
    "origin;source;source of action;source of concern;source of issue;identified by;how identified;where identified;identified from;"
    "identified through;how was it identified;raised through" },
  { TL_FOREIGN_FIELD_RISK_FRAMEWORK,
    "framework;kloe;kloes;key question;key line of enquiry;quality statement;quality statements;cqc domain;[domain];we statement;"
    "cqc key question;kloe domain" },
  { TL_FOREIGN_FIELD_RISK_REGULATIONS,
    "regulation;regulations;reg;regs;regulation breached;breach of regulation;regulatory breach;legal requirement;"
    "regulation number;hsca regulation;regulation no" },
  { TL_FOREIGN_FIELD_RISK_CAUSE,
    "root cause;cause;underlying cause;contributory factors;cause of issue;why did it happen;why it happened" },
  { TL_FOREIGN_FIELD_RISK_CONTROL,
    "immediate control;immediate action taken;immediate action;immediate actions;controls in place;existing controls;current controls;"
    "controls;mitigation;mitigations;mitigating actions;interim measures;interim control;control measures" },
  { TL_FOREIGN_FIELD_RISK_OUTCOME,
    "intended outcome;desired outcome;outcome required;outcome for people;impact for people;goal;aim;what good looks like;"
    "what will good look like;outcome;outcomes" },
  { TL_FOREIGN_FIELD_RISK_LIKELIHOOD, "likelihood;probability;[l]" },
  { TL_FOREIGN_FIELD_RISK_IMPACT, "impact;consequence;severity;[i];[c]" },
  { TL_FOREIGN_FIELD_RISK_RATING,
    "risk rating;risk score;initial risk rating;current risk rating;likelihood x impact;l x i;risk level;[score]" },
  { TL_FOREIGN_FIELD_RISK_REVIEW_EVERY,
    "review every;review frequency;frequency of review;how often reviewed;monitoring frequency;[frequency]" },
  { TL_FOREIGN_FIELD_RISK_OPENED,
    "opened;date raised;date identified;date opened;date logged;date added;date entered;raised on;identified on;date of inspection;"
    "inspection date;[raised];[logged];date of issue" },
  { TL_FOREIGN_FIELD_RISK_OWNER,
    "accountable owner;risk owner;accountable;accountable person;accountable lead;overall lead;executive lead;exec lead;"
    "senior responsible officer;[sro];responsible director;strategic lead;owner of risk;director lead" },
  { TL_FOREIGN_FIELD_RISK_RESOURCES, "resources;resources required;resources needed;support needed;cost;resource implications" },
  { TL_FOREIGN_FIELD_ACTION_TITLE,
    "action required;actions required;action to be taken;actions to be taken;action needed;actions needed;agreed action;"
    "agreed actions;planned action;recommended action;improvement action;remedial action;corrective action;specific action;"
    "action;actions;what we will do;what will we do;what are we going to do;what needs to be done;task;tasks;steps;step;"
    "action plan;action description;description of action;[activity];how will we achieve this;how we will achieve this" },
  { TL_FOREIGN_FIELD_ACTION_PERSON,
    "by whom;who by;lead;action owner;person responsible;responsible person;responsible officer;action lead;lead person;lead officer;"
    "named lead;assigned to;allocated to;delegated to;responsible;responsibility;staff responsible;lead responsible;owner;"
    "who is responsible;who will do this;who will do it;who;person" },
  { TL_FOREIGN_FIELD_ACTION_PLACE,
    "location;care home;home;service;site;unit;house;place;team;scheme;branch;floor;setting" },
  { TL_FOREIGN_FIELD_ACTION_RESULT,
    "expected result;expected outcome;success criteria;success measure;measure of success;how will we know;"
    "how will success be measured;measurable outcome;what will success look like;intended result;[result];target outcome" },
  { TL_FOREIGN_FIELD_ACTION_RECORDED_IN,
    "recorded in;where recorded;evidence of completion;evidence location;location of evidence;where is the evidence;evidence file;"
    "supporting evidence;evidence required;evidence ref;how evidenced;evidence seen;evidence link;evidence;documents" },
  { TL_FOREIGN_FIELD_ACTION_AGREED_AT, "agreed at;source meeting;governance meeting;[meeting];[forum]" },
  { TL_FOREIGN_FIELD_ACTION_AGREED,
    "date agreed;agreed date;agreed on;date action agreed;start date;date started;date set;date assigned;date of action;action date;"
    "[agreed];[start];date action set" },
  { TL_FOREIGN_FIELD_ACTION_DUE,
    "target date;due date;target completion date;date due;by when;deadline;planned completion date;proposed completion date;"
    "expected completion date;expected completion;to be completed by;complete by;date for completion;timescale;timescales;"
    "time scale;time scales;timeframe;time frame;due;target completion;target timescale;original target date;completion due;when;"
    "target;due by;finish by" },
  { TL_FOREIGN_FIELD_ACTION_REVISED,
    "revised date;revised target date;revised due date;revised deadline;revised completion date;new target date;new date;new due date;"
    "extension date;extended to;extended date;amended date;revised;date revised" },
  { TL_FOREIGN_FIELD_ACTION_DONE,
    "date completed;completed date;date of completion;actual completion date;actual completion;completion date;date closed;closed on;"
    "closed date;date done;done on;date achieved;date action completed;completed on;signed off date;sign off date;date signed off;"
    "completed;[done];actual;actual date;[completion]" },
  { TL_FOREIGN_FIELD_ACTION_STATUS,
    "status;rag status;rag rating;brag rating;brag status;brag;rag;action status;progress status;current status;open closed;"
    "completed y n;complete y n;completed yes no;complete yes no;percent complete;% complete;percentage complete;complete;"
    "state;progress rag;progress rating;%" },
  { TL_FOREIGN_FIELD_ACTION_PURPOSE, "purpose;type of action;action type" },
  { TL_FOREIGN_FIELD_PROGRESS,
    "progress update;progress notes;progress to date;progress;progress made;latest update;update;updates;update on progress;monthly update;"
    "weekly update;manager update;action taken;actions taken;commentary;comments;comment;review comments;[notes];[note];"
    "narrative;remarks;update comments;[narrative update];further comments" },
  { TL_FOREIGN_FIELD_NONE, NULL }
};

static const Phrases evidence_phrases[] = {
  { TL_FOREIGN_FIELD_EVIDENCE_REF,
    "evidence ref;evidence no;audit no;audit ref;[ref];[no];[reference];[id];[number];ref no;evidence id" },
  { TL_FOREIGN_FIELD_EVIDENCE_DATE,
    "date of audit;audit date;date of visit;visit date;date of check;date of observation;observation date;date of evidence;"
    "date received;date of event;incident date;date of feedback;date completed;date carried out;date of incident;date undertaken;date" },
  { TL_FOREIGN_FIELD_EVIDENCE_SOURCE,
    "source of evidence;evidence source;type of evidence;evidence type;type of audit;audit type;audit name;name of audit;audit title;"
    "source;audit;[type];[category];form of evidence;method;type of check" },
  { TL_FOREIGN_FIELD_EVIDENCE_FINDING,
    "finding;findings;key findings;main findings;summary of findings;what was found;what it shows;what does it show;issues found;"
    "conclusion;summary;feedback;[outcome];[evidence];[description];[details];[detail];[comments];[result];[results]" },
  { TL_FOREIGN_FIELD_EVIDENCE_EXTRACT,
    "extract;quote;quotation;verbatim;audit score;score;compliance score;% compliance;compliance %;compliance;percentage;sample size;"
    "sample;number sampled" },
  { TL_FOREIGN_FIELD_EVIDENCE_VERDICT,
    "verdict;level of assurance;assurance level;assurance;outcome rating;met not met;pass fail;compliant;does it support;"
    "[rating];[rag];rag rating;[status];positive or negative" },
  { TL_FOREIGN_FIELD_EVIDENCE_RISKS,
    "related risk;related concern;linked risk;linked to;relates to;risk ref;action plan ref;risk;concern;concern ref;area of concern;"
    "[area];[theme];[topic]" },
  { TL_FOREIGN_FIELD_EVIDENCE_PLACE, "location;care home;home;service;site;unit;house;place;team;scheme;branch;floor;setting" },
  { TL_FOREIGN_FIELD_EVIDENCE_RECORDED_IN,
    "recorded in;where recorded;evidence location;location of evidence;where kept;where held;where stored;document;file name;file;"
    "folder;link;filed in;where filed;where is it filed;location of document" },
  { TL_FOREIGN_FIELD_EVIDENCE_BY,
    "completed by;audited by;carried out by;undertaken by;reviewed by;name of auditor;person completing;auditor;observer;seen by;by;"
    "by whom;lead;done by;[who];recorded by" },
  { TL_FOREIGN_FIELD_NOTE, "action taken;actions taken;actions required;action required;[action];[actions];follow up;notes;comments" },
  { TL_FOREIGN_FIELD_NONE, NULL }
};

static const Phrases people_phrases[] = {
  { TL_FOREIGN_FIELD_PERSON_REF, "staff no;employee no;payroll no;staff id;employee id;[ref];[no];[id];[number]" },
  { TL_FOREIGN_FIELD_PERSON_NAME,
    "name;full name;staff name;employee name;post holder;postholder;staff member;contact name;employee;manager name;name of staff" },
  { TL_FOREIGN_FIELD_PERSON_ROLE, "job title;role;job role;designation;post;position;[job];[title]" },
  { TL_FOREIGN_FIELD_PERSON_PLACE, "location;place of work;base;service;home;site;team;department;care home" },
  { TL_FOREIGN_FIELD_PERSON_FROM, "start date;date started;in post since;in post from;date commenced;commenced;from;[start];date appointed" },
  { TL_FOREIGN_FIELD_PERSON_UNTIL, "leaving date;date left;end date;until;finish date;[left];leave date" },
  { TL_FOREIGN_FIELD_NONE, NULL }
};

static guint
count_words (const char *text,
             gsize       length)
{
  guint n = length > 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == ' ';
  return n;
}

/* How much of a heading a phrase is; the end of an English heading says what it is. */
static double
match_phrase (const char *heading,
              const char *phrase,
              gsize       length)
{
  gsize whole = strlen (heading);
  double share;

  if (length == whole && strncmp (heading, phrase, length) == 0)
    return 1;
  for (const char *at = heading; at != NULL; at = strchr (at, ' '))
    {
      gboolean ends;

      at += *at == ' ';
      if (strncmp (at, phrase, length) != 0 || (at[length] != '\0' && at[length] != ' '))
        continue;
      ends = at[length] == '\0';
      share = sqrt ((double) count_words (phrase, length) / count_words (heading, whole));
      return share * 0.9 + (ends ? 0.06 : at == heading ? 0.03 : 0);
    }
  return 0;
}

/**
 * tl_foreign_headings_match:
 * @kind: what a sheet tells of
 * @field: what a column of it may tell
 * @heading: the column's heading, in one way of writing
 *
 * Returns: how surely a column with such a heading tells that, from 0 to %TL_FOREIGN_SURE
 */
double
tl_foreign_headings_match (TlForeignKind   kind,
                           TlForeignField  field,
                           const char     *heading)
{
  const Phrases *list = kind == TL_FOREIGN_KIND_PLAN ? plan_phrases
                        : kind == TL_FOREIGN_KIND_EVIDENCE ? evidence_phrases : people_phrases;
  const char *at = NULL;
  double best = 0;
  guint place = 0;

  for (; list->phrases != NULL && at == NULL; list++)
    {
      if (list->field == field)
        at = list->phrases;
    }
  while (at != NULL)
    {
      gsize length = strcspn (at, ";");
      gboolean whole = *at == '[';
      double match = whole ? (strlen (heading) == length - 2 && strncmp (heading, at + 1, length - 2) == 0)
                           : match_phrase (heading, at, length);

      /* The first phrases are the clearest, though never by much. */
      best = MAX (best, match * (TL_FOREIGN_SURE - MIN (place, 20) * 0.02));
      place++;
      at = at[length] == ';' ? at + length + 1 : NULL;
    }
  return best;
}
