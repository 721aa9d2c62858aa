/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-words.h"

#include <string.h>

#include "tl-foreign-field-private.h"
#include "tl-foreign-mapping-private.h"

/* A list of words in one way of writing (see tl_foreign_fold()), separated by semicolons, with what they mean. */
typedef struct
{
  const char *meaning;
  const char *words;
} Synonyms;

static const char no_day[] =
  "tbc;tba;tbd;to be confirmed;to be agreed;to be arranged;to be decided;to be determined;to be advised;to be set;"
  "date tbc;ongoing;on going;ongoing action;continuous;continual;continuing;n a;na;n/a;not applicable;none;nil;asap;"
  "as soon as possible;immediate;immediately;with immediate effect;unknown;not known;not set;not yet set;open;"
  "in progress;not started;not yet started;pending;awaiting;awaiting date;outstanding;no date;not yet;not complete;"
  "not completed;incomplete;no;x;-;–;—;?;??;daily;weekly;fortnightly;monthly;quarterly;annually;yearly;now;"
  "partially complete;partly complete;part complete;overdue;urgent";

static const char done[] =
  "done;complete;completed;yes;y;closed;achieved;finished;actioned;fully complete;fully completed;completed and closed;"
  "signed off;✓;✔;☑;✅";

static const char nobody[] =
  "tbc;tba;tbd;to be confirmed;to be agreed;to be recruited;vacant;vacancy;n a;na;none;nil;all;all staff;everyone;"
  "everybody;all team;whole team;all managers;all team members;staff;staff team;care staff;team;various;unknown;"
  "not known;not assigned;unassigned;-;–;—;?;management;management team;senior team;all seniors;all leads;provider;seniors;senior carers;nurses;team leaders;supervisors;keyworkers;key workers;carers;managers;"
  "unit leads;shift leaders;tls;coordinators;directors;domestics;housekeeping;kitchen;admin team;hr team;quality team";

static const char total[] =
  "total;totals;grand total;subtotal;sub total;overall total;total actions;total number of actions;number of actions;"
  "sum;average;count;% complete;percentage complete;percent complete;actions complete;actions completed;total complete;"
  "total completed;total open;total overdue;number complete;number completed;number overdue;key;legend;rag key;"
  "key to rag;rag rating key;brag key;end of table;end of document;end of action plan";

static const Synonyms themes[] = {
  { "medicines", "medicine;meds;medication;medications;medicines management;medication management;meds management;mar;"
                 "mars;mar charts;emar;management of medicines;safe management of medicines;administration of medicines;"
                 "using medicines safely;medicines optimisation;controlled drugs" },
  { "safeguarding", "safeguarding adults;adult safeguarding;abuse;safeguarding people from abuse;dols;mca and dols;"
                    "safeguarding concerns;allegations;protection from abuse" },
  { "care planning", "care plans;care plan;person centred care;personalised care;support plans;support planning;support plan;"
                     "assessment;assessments;assessing needs;care planning and risk assessment;risk assessment;"
                     "risk assessments;care and support planning;mca;mental capacity;consent;nutrition;nutrition and hydration;"
                     "falls;moving and handling;end of life care;skin integrity;pressure care" },
  { "records", "record keeping;documentation;daily records;care records;recording;daily notes;records management;"
               "information governance" },
  { "staffing", "staff;recruitment;safe recruitment;training;staff training;workforce;induction;supervision;supervisions;"
                "rota;rotas;staffing levels;safe staffing;agency;agency use;competency;competencies;appraisal;"
                "training and development;staff training and competency;staff support;fit and proper persons;hr" },
  { "complaints", "complaint;concerns and complaints;complaints handling;complaints management;feedback;compliments and complaints" },
  { "incidents", "incident;accidents;accidents and incidents;incidents and accidents;accident and incident;"
                 "incident reporting;incident management;lessons learned;learning from incidents;duty of candour;notifications" },
  { "governance", "good governance;quality assurance;audit;audits;auditing;oversight;leadership;management;well led;"
                  "quality monitoring;provider oversight;governance and leadership;leadership and governance;qa;"
                  "governance and oversight;policies;policies and procedures" },
  { "other", "premises;environment;infection control;infection prevention and control;ipc;infection prevention;"
             "health and safety;fire safety;fire;equipment;maintenance;activities;dignity;premises and equipment;"
             "dignity and respect;miscellaneous" },
  { NULL, NULL }
};

static const Synonyms origins[] = {
  { "inspection", "cqc;cqc inspection;cqc report;inspection report;cqc inspection report;cqc visit;cqc feedback;warning notice" },
  { "audit", "internal audit;audits;quality audit;provider audit;mock inspection;mock cqc;pharmacy audit;monthly audit" },
  { "complaint", "complaints" },
  { "incident", "incidents;accident;safeguarding;safeguarding enquiry;near miss" },
  { "feedback", "survey;surveys;relatives meeting;residents meeting;staff survey;staff meeting;feedback survey" },
  { "commissioner", "council;local authority;la;icb;ccg;contract monitoring;contracts;la contracts;quality monitoring visit;"
                    "contract visit;council visit;local authority visit;commissioners;qam;qmv;nhs" },
  { "internal", "self;self assessment;manager;management;provider;self identified;internally identified;provider visit" },
  { NULL, NULL }
};

/* A traffic light tells how work goes, not that it is finished. */
static const Synonyms statuses[] = {
  { TL_FOREIGN_STATUS_DONE, "done;complete;completed;closed;achieved;finished;yes;y;actioned;fully complete;100%;"
                            "fully completed;completed and closed;completed closed;signed off;embedded;complete and embedded;"
                            "completed and embedded;action complete;action completed;✓;✔;☑;✅;completed evidenced;sustained" },
  { TL_FOREIGN_STATUS_OPEN, "open;ongoing;on going;in progress;inprogress;in hand;started;underway;under way;on track;"
                            "not started;not yet started;to do;to start;outstanding;overdue;red;amber;green;delayed;"
                            "partially complete;partly complete;partially completed;part complete;partial;pending;no;n;"
                            "not complete;not completed;incomplete;not due;not yet due;at risk;behind;slipped;awaiting;"
                            "off track;on target;r;a;g;work in progress;wip;tbc;yellow;orange;monitoring;new;"
                            "0%;10%;20%;25%;30%;40%;50%;60%;70%;75%;80%;90%;95%;n a;na" },
  { TL_FOREIGN_STATUS_ENDED, "ended;cancelled;canceled;withdrawn;superseded;no longer required;no longer needed;"
                             "no longer applicable;abandoned;not required;removed;no longer applies;discontinued" },
  { NULL, NULL }
};

static const Synonyms purposes[] = {
  { "corrective", "corrective action;remedial;improvement;improve" },
  { "support", "supportive;supporting" },
  { "control", "immediate;immediate action;mitigation;containment;interim" },
  { NULL, NULL }
};

static const Synonyms intervals[] = {
  { "daily", "every day;each day;day" },
  { "weekly", "every week;once a week;each week;week;7 days" },
  { "fortnightly", "every fortnight;every two weeks;every 2 weeks;bi weekly;2 weekly;two weekly;14 days;fortnight" },
  { "monthly", "every month;once a month;each month;month;4 weekly;every 4 weeks" },
  { "quarterly", "every quarter;every three months;every 3 months;3 monthly;three monthly;quarter" },
  { "half-yearly", "half yearly;six monthly;6 monthly;every six months;every 6 months;bi annually;biannually;twice a year" },
  { "yearly", "annually;annual;every year;once a year;12 monthly;year" },
  { NULL, NULL }
};

static const Synonyms sources[] = {
  { "care record", "care records;care plan;care plans;daily notes;daily records;care notes;support plan;care plan review;"
                   "care plan audit;record" },
  { "medicines record", "mar;mars;mar chart;mar charts;emar;medication record;medicines administration record;"
                        "medication administration record" },
  { "rota", "rotas;staff rota;staffing rota;dependency tool" },
  { "observation", "observations;direct observation;practice observation;walkaround;walk round;walk around;spot check;"
                   "spot checks;observed practice;night visit;unannounced visit;daily walk round" },
  { "observation of people's experience", "sofi;dining observation;mealtime observation;observation of care" },
  { "competency check", "competency;competencies;competency assessment;competence check;competency assessments;"
                        "medication competency" },
  { "supervision", "supervisions;one to one;1 1;1 to 1;staff supervision;appraisal" },
  { "scenario check", "scenario;scenarios;quiz;knowledge check" },
  { "incident", "incidents;incident form;incident report;accident;accidents;accident form;incident log;datix;near miss" },
  { "concern log", "concerns log;low level concern;low level concerns;safeguarding log;concerns;concern" },
  { "complaint", "complaints;complaints log;complaint log" },
  { "compliment", "compliments;thank you card;thank you" },
  { "feedback from people", "resident feedback;residents meeting;resident survey;service user feedback;residents survey;"
                            "feedback from residents;service user survey;people survey;client feedback;resident meeting;"
                            "feedback from service users" },
  { "feedback from relatives", "relative feedback;relatives meeting;family feedback;relatives survey;feedback from families;"
                               "feedback from family;family survey;relative survey" },
  { "feedback from staff", "staff feedback;staff survey;staff meeting feedback;exit interview" },
  { "audit", "audits;internal audit;quality audit;medication audit;medicines audit;mar audit;meds audit;infection control audit;"
             "ipc audit;care plan audits;health and safety audit;monthly audit;weekly audit;manager audit;provider audit;"
             "kitchen audit;pharmacy audit;falls audit;documentation audit;dignity audit;audit tool;mock inspection;"
             "safeguarding audit;external audit;record audit;records audit" },
  { "minutes", "meeting minutes;meeting;team meeting;staff meeting;minutes of meeting;governance meeting;meetings" },
  { "action tracker", "tracker;action plan;action log;improvement plan;service improvement plan" },
  { "report", "reports;provider report;monthly report;quality report;provider visit report;provider visit;external report" },
  { "policy", "policies;procedure;policy and procedure;policy review" },
  { "training record", "training;training matrix;training records;training certificate;certificates;e learning;elearning;"
                       "training certificates" },
  { "partner feedback", "gp feedback;pharmacist;pharmacy;district nurse;professional feedback;council visit;"
                        "local authority visit;partner;professionals feedback;gp;commissioner visit;contract monitoring" },
  { NULL, NULL }
};

static const Synonyms verdicts[] = {
  { "supports", "positive;met;pass;passed;good;yes;y;compliant;fully compliant;supports improvement;full assurance;"
                "substantial;substantial assurance;fully met" },
  { "mixed", "partially met;partly met;partial;partial assurance;partially compliant;some;moderate;limited;"
             "limited assurance;reasonable;reasonable assurance" },
  { "contradicts", "negative;not met;fail;failed;poor;no;n;non compliant;not compliant;no assurance;inadequate" },
  { NULL, NULL }
};

/* Only what is another way of writing the same post: an operations manager is no regional manager. */
static const Synonyms roles[] = {
  { "Registered manager", "registered manager;reg manager;rm;reg mgr;registered mgr;r m;the registered manager;registered mngr;"
                          "reg mngr" },
  { "Manager", "manager;the manager;mgr;mngr" },
  { "Home manager", "home manager;hm" },
  { "Service manager", "service manager;sm" },
  { "Deputy manager", "deputy manager;deputy;dep manager;dm;deputy mgr;dep mgr;deputy home manager;dhm" },
  { "Nominated individual", "nominated individual;ni;the nominated individual;nom individual" },
  { "Operations manager", "operations manager;ops manager;om" },
  { "Operations director", "operations director;ops director;director of operations" },
  { "Managing director", "managing director;md" },
  { "Regional manager", "regional manager;reg ops manager;regional operations manager" },
  { "Chief executive", "chief executive;ceo;chief executive officer" },
  { "Quality lead", "quality lead;quality manager;quality assurance manager;qa manager;qa lead;quality assurance lead" },
  { "Clinical lead", "clinical lead;lead nurse;clinical manager" },
  { "Medicines lead", "medicines lead;medication lead;meds lead;medicines champion;medication champion;meds champion" },
  { "Safeguarding lead", "safeguarding lead;dsl;designated safeguarding lead;safeguarding champion" },
  { "Infection control lead", "infection control lead;ipc lead;infection prevention lead;ipc champion" },
  { "Team leader", "team leader;team lead;tl" },
  { "Senior care worker", "senior;senior carer;senior care worker;senior care assistant;scw;sca" },
  { "Care coordinator", "care coordinator;care co ordinator;coordinator;co ordinator" },
  { "Field supervisor", "field supervisor;field care supervisor;fcs" },
  { "Training lead", "training lead;training manager;training coordinator;training co ordinator" },
  { "Activities coordinator", "activities coordinator;activity coordinator;activities co ordinator;activities lead" },
  { "Maintenance lead", "maintenance lead;maintenance;maintenance manager;handyman;maintenance person" },
  { "Head chef", "head chef;chef;cook;kitchen manager;catering manager" },
  { "Head housekeeper", "head housekeeper;housekeeper;housekeeping lead;housekeeping manager" },
  { "Administrator", "administrator;admin;office administrator" },
  { "HR manager", "hr manager;hr;human resources;hr lead;human resources manager" },
  { NULL, NULL }
};

static gboolean
has_word (const char *list,
          const char *word)
{
  gsize length = strlen (word);

  while (length > 0 && list != NULL)
    {
      if (strncmp (list, word, length) == 0 && (list[length] == ';' || list[length] == '\0'))
        return TRUE;
      list = strchr (list, ';');
      list = list != NULL ? list + 1 : NULL;
    }
  return FALSE;
}

static gboolean
says (const char *list,
      const char *text)
{
  g_autofree char *folded = strlen (text) < 80 ? tl_foreign_fold (text) : NULL;

  return folded != NULL && has_word (list, *folded != '\0' ? folded : text);
}

/**
 * tl_foreign_words_say_no_day:
 * @text: what stands in a column of dates
 *
 * Returns: whether it says that there is no date
 */
gboolean
tl_foreign_words_say_no_day (const char *text)
{
  return says (no_day, text);
}

/**
 * tl_foreign_words_say_done:
 * @text: what stands in a column of dates
 *
 * Returns: whether it says that something is done, and not when
 */
gboolean
tl_foreign_words_say_done (const char *text)
{
  return says (done, text);
}

/**
 * tl_foreign_words_say_nobody:
 * @text: what stands in a column of people
 *
 * Returns: whether it names no one person
 */
gboolean
tl_foreign_words_say_nobody (const char *text)
{
  return says (nobody, text);
}

/**
 * tl_foreign_words_say_total:
 * @text: the first text of a row
 *
 * Returns: whether the row adds up or explains others rather than telling something
 */
gboolean
tl_foreign_words_say_total (const char *text)
{
  return says (total, text);
}

/**
 * tl_foreign_words_ask_key_question:
 * @text: a heading within a table
 *
 * Returns: whether it is one of the five key questions
 */
gboolean
tl_foreign_words_ask_key_question (const char *text)
{
  return says ("safe;is it safe;effective;is it effective;caring;is it caring;responsive;is it responsive;well led;"
               "is it well led;is the service safe;is the service effective;is the service caring;"
               "is the service responsive;is the service well led", text);
}

/**
 * tl_foreign_words_are_capitals:
 * @text: a text
 *
 * Returns: whether it is written in capitals throughout
 */
gboolean
tl_foreign_words_are_capitals (const char *text)
{
  gboolean any = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_islower (g_utf8_get_char (at)))
        return FALSE;
      any |= g_unichar_isupper (g_utf8_get_char (at));
    }
  return any;
}

static const Synonyms *
get_synonyms (TlForeignField field)
{
  switch ((int) field)
    {
    case TL_FOREIGN_FIELD_RISK_THEME:
      return themes;
    case TL_FOREIGN_FIELD_RISK_ORIGIN:
      return origins;
    case TL_FOREIGN_FIELD_RISK_REVIEW_EVERY:
      return intervals;
    case TL_FOREIGN_FIELD_ACTION_STATUS:
      return statuses;
    case TL_FOREIGN_FIELD_ACTION_PURPOSE:
      return purposes;
    case TL_FOREIGN_FIELD_EVIDENCE_SOURCE:
      return sources;
    case TL_FOREIGN_FIELD_EVIDENCE_VERDICT:
      return verdicts;
    default:
      return NULL;
    }
}

/* Returns: (nullable): a word of the fixed list itself */
static const char *
find_own_word (TlForeignField  field,
               const char     *folded)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  g_autoptr (GEnumClass) values = NULL;

  if (ours == NULL || ours->words == NULL)
    return NULL;
  values = g_type_class_ref (ours->words ());
  for (guint i = 0; i < values->n_values; i++)
    {
      g_autofree char *word = tl_foreign_fold (values->values[i].value_nick);

      if (*word != '\0' && g_str_equal (word, folded))
        return values->values[i].value_nick;
    }
  return NULL;
}

/**
 * tl_foreign_words_find:
 * @field: what a column of words tells
 * @text: what stands there
 *
 * Returns: (nullable): the word of our list that it means, %NULL when it may mean several or none
 */
const char *
tl_foreign_words_find (TlForeignField  field,
                       const char     *text)
{
  const Synonyms *synonyms = get_synonyms (field);
  g_autofree char *folded = strlen (text) < 120 ? tl_foreign_fold (text) : NULL;
  const char *own;

  if (folded == NULL)
    return NULL;
  own = find_own_word (field, folded);
  if (own != NULL)
    return own;
  for (guint i = 0; synonyms != NULL && synonyms[i].meaning != NULL; i++)
    {
      if (has_word (synonyms[i].words, *folded != '\0' ? folded : text))
        return synonyms[i].meaning;
    }
  return NULL;
}

/* Returns: the length of the longest word of the list that stands in a text by itself */
static gsize
find_longest (const char *list,
              const char *text)
{
  gsize longest = 0;

  while (*list != '\0')
    {
      gsize length = strcspn (list, ";");

      for (const char *at = text; length > longest && at != NULL; at = strchr (at, ' '))
        {
          at += *at == ' ';
          if (strncmp (at, list, length) == 0 && (at[length] == ' ' || at[length] == '\0'))
            longest = length;
        }
      list += length + (list[length] == ';');
    }
  return longest;
}

/**
 * tl_foreign_words_find_within:
 * @field: what a column of words tells
 * @text: what stands there
 *
 * Returns: (nullable): the word of our list that the longest known part of the text means, as in "Monthly medication
 *   audit"
 */
const char *
tl_foreign_words_find_within (TlForeignField  field,
                              const char     *text)
{
  const Synonyms *synonyms = get_synonyms (field);
  g_autofree char *folded = strlen (text) < 200 ? tl_foreign_fold (text) : NULL;
  const char *best = NULL;
  gsize longest = 3;

  for (guint i = 0; folded != NULL && synonyms != NULL && synonyms[i].meaning != NULL; i++)
    {
      gsize length = MAX (find_longest (synonyms[i].words, folded), find_longest (synonyms[i].meaning, folded));

      if (length > longest)
        {
          longest = length;
          best = synonyms[i].meaning;
        }
    }
  return best;
}

/**
 * tl_foreign_words_find_role:
 * @text: what stands in a column of people
 *
 * Returns: (nullable): the role that it is another word for
 */
const char *
tl_foreign_words_find_role (const char *text)
{
  g_autofree char *folded = strlen (text) < 80 ? tl_foreign_fold (text) : NULL;

  for (guint i = 0; folded != NULL && roles[i].meaning != NULL; i++)
    {
      if (has_word (roles[i].words, folded))
        return roles[i].meaning;
    }
  return NULL;
}

/**
 * tl_foreign_words_name_role:
 * @text: what stands in a column of people
 *
 * Returns: whether it names a post rather than somebody by name
 */
gboolean
tl_foreign_words_name_role (const char *text)
{
  static const char words[] =
    "manager;mgr;lead;leader;director;nurse;officer;coordinator;ordinator;supervisor;individual;senior;carer;worker;deputy;"
    "assistant;administrator;trainer;head;chef;cook;champion;consultant;executive;owner;practitioner;pharmacist;gp;housekeeper;"
    "keyworker;advisor;adviser;chair;secretary;inspector;auditor;therapist;team;department;representative;governor;trustee;board;"
    "matron;provider;handyman;maintenance;council";
  g_autofree char *folded = strlen (text) < 80 ? tl_foreign_fold (text) : NULL;

  return folded != NULL && (tl_foreign_words_find_role (text) != NULL || find_longest (words, folded) > 0);
}
