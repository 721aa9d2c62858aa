/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-field-private.h"

#include <glib/gi18n-lib.h>

#include "tl-layout.h"

#define PLAN (1 << TL_FOREIGN_KIND_PLAN)
#define EVIDENCE (1 << TL_FOREIGN_KIND_EVIDENCE)
#define PEOPLE (1 << TL_FOREIGN_KIND_PEOPLE)

/* By which file and test know a kind, and how a person reads it. */
static const struct
{
  const char *name;
  const char *label;
} kinds[TL_FOREIGN_N_KINDS] = {
  [TL_FOREIGN_KIND_NONE] = { "none", N_("Leave it out") },
  [TL_FOREIGN_KIND_PLAN] = { "plan", N_("Action plan or tracker") },
  [TL_FOREIGN_KIND_EVIDENCE] = { "evidence", N_("Log of audits or evidence") },
  [TL_FOREIGN_KIND_PEOPLE] = { "people", N_("List of people") },
};

/* A field is one of our sheets' columns, or is told apart into some of them where the column is NULL. */
typedef struct
{
  const char *name;
  const char *label;
  TlForeignFieldType type;
  guint kinds;
  TlTable table;
  const char *column;
} FieldInfo;

static const FieldInfo fields[TL_FOREIGN_N_FIELDS] = {
  [TL_FOREIGN_FIELD_NONE] = { "none", N_("Leave it out"), TL_FOREIGN_TYPE_TEXT, ~0u, TL_NO_TABLE, NULL },

  [TL_FOREIGN_FIELD_RISK_REF] = { "risk-ref", N_("Risk: ref"), TL_FOREIGN_TYPE_TEXT, PLAN, TL_TABLE_RISK, NULL },
  [TL_FOREIGN_FIELD_RISK_TITLE] = { "risk-title", N_("Risk: title or concern"), TL_FOREIGN_TYPE_TEXT, PLAN, TL_TABLE_RISK,
                                    "title" },
  [TL_FOREIGN_FIELD_RISK_THEME] = { "risk-theme", N_("Risk: theme"), TL_FOREIGN_TYPE_WORD, PLAN, TL_TABLE_RISK, "theme" },
  [TL_FOREIGN_FIELD_RISK_ORIGIN] = { "risk-origin", N_("Risk: origin"), TL_FOREIGN_TYPE_WORD, PLAN, TL_TABLE_RISK,
                                     "origin" },
  [TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE] = { "risk-origin-reference", N_("Risk: origin reference"),
                                               TL_FOREIGN_TYPE_TEXT, PLAN, TL_TABLE_RISK, "origin_reference" },
  [TL_FOREIGN_FIELD_RISK_FRAMEWORK] = { "risk-framework", N_("Risk: framework"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                        TL_TABLE_RISK, "framework" },
  [TL_FOREIGN_FIELD_RISK_REGULATIONS] = { "risk-regulations", N_("Risk: regulations"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                          TL_TABLE_RISK, "regulations" },
  [TL_FOREIGN_FIELD_RISK_BASELINE] = { "risk-baseline", N_("Risk: baseline issue"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                       TL_TABLE_RISK, "baseline_issue" },
  [TL_FOREIGN_FIELD_RISK_CAUSE] = { "risk-cause", N_("Risk: root cause"), TL_FOREIGN_TYPE_TEXT, PLAN, TL_TABLE_RISK,
                                    "root_cause" },
  [TL_FOREIGN_FIELD_RISK_CONTROL] = { "risk-control", N_("Risk: immediate control"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                      TL_TABLE_RISK, "immediate_control" },
  [TL_FOREIGN_FIELD_RISK_OUTCOME] = { "risk-outcome", N_("Risk: intended outcome"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                      TL_TABLE_RISK, "intended_outcome" },
  [TL_FOREIGN_FIELD_RISK_LIKELIHOOD] = { "risk-likelihood", N_("Risk: likelihood"), TL_FOREIGN_TYPE_NUMBER, PLAN,
                                         TL_TABLE_RISK, "likelihood" },
  [TL_FOREIGN_FIELD_RISK_IMPACT] = { "risk-impact", N_("Risk: impact"), TL_FOREIGN_TYPE_NUMBER, PLAN, TL_TABLE_RISK,
                                     "impact" },
  [TL_FOREIGN_FIELD_RISK_RATING] = { "risk-rating", N_("Risk: likelihood × impact"), TL_FOREIGN_TYPE_RATING, PLAN,
                                     TL_TABLE_RISK, NULL },
  [TL_FOREIGN_FIELD_RISK_REVIEW_EVERY] = { "risk-review-every", N_("Risk: review every"), TL_FOREIGN_TYPE_WORD, PLAN,
                                           TL_TABLE_RISK, "review_every" },
  [TL_FOREIGN_FIELD_RISK_OPENED] = { "risk-opened", N_("Risk: opened"), TL_FOREIGN_TYPE_DAY, PLAN, TL_TABLE_RISK,
                                     "opened" },
  [TL_FOREIGN_FIELD_RISK_OWNER] = { "risk-owner", N_("Risk: accountable owner"), TL_FOREIGN_TYPE_PERSON, PLAN,
                                    TL_TABLE_OWNERSHIP, NULL },
  [TL_FOREIGN_FIELD_RISK_RESOURCES] = { "risk-resources", N_("Risk: resources"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                        TL_TABLE_RISK, "resources" },

  [TL_FOREIGN_FIELD_ACTION_REF] = { "action-ref", N_("Action: ref"), TL_FOREIGN_TYPE_TEXT, PLAN, TL_TABLE_ACTION, NULL },
  [TL_FOREIGN_FIELD_ACTION_TITLE] = { "action-title", N_("Action: what is to be done"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                      TL_TABLE_ACTION, "title" },
  [TL_FOREIGN_FIELD_ACTION_PERSON] = { "action-person", N_("Action: person"), TL_FOREIGN_TYPE_PERSON, PLAN,
                                       TL_TABLE_ACTION, "person" },
  [TL_FOREIGN_FIELD_ACTION_PLACE] = { "action-place", N_("Action: place"), TL_FOREIGN_TYPE_PLACE, PLAN, TL_TABLE_ACTION,
                                      "place" },
  [TL_FOREIGN_FIELD_ACTION_RESULT] = { "action-result", N_("Action: expected result"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                       TL_TABLE_ACTION, "expected_result" },
  [TL_FOREIGN_FIELD_ACTION_RECORDED_IN] = { "action-recorded-in", N_("Action: recorded in"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                            TL_TABLE_ACTION, "recorded_in" },
  [TL_FOREIGN_FIELD_ACTION_AGREED_AT] = { "action-agreed-at", N_("Action: agreed at"), TL_FOREIGN_TYPE_TEXT, PLAN,
                                          TL_TABLE_ACTION, "agreed_at" },
  [TL_FOREIGN_FIELD_ACTION_AGREED] = { "action-agreed", N_("Action: agreed on"), TL_FOREIGN_TYPE_DAY, PLAN,
                                       TL_TABLE_ACTION, "agreed" },
  [TL_FOREIGN_FIELD_ACTION_DUE] = { "action-due", N_("Action: due"), TL_FOREIGN_TYPE_DAY, PLAN, TL_TABLE_ACTION, "due" },
  [TL_FOREIGN_FIELD_ACTION_REVISED] = { "action-revised", N_("Action: moved to"), TL_FOREIGN_TYPE_DAY, PLAN,
                                        TL_TABLE_ACTION_EVENT, "to_date" },
  [TL_FOREIGN_FIELD_ACTION_DONE] = { "action-done", N_("Action: done on"), TL_FOREIGN_TYPE_DAY, PLAN, TL_TABLE_ACTION,
                                     "done" },
  [TL_FOREIGN_FIELD_ACTION_STATUS] = { "action-status", N_("Action: whether it is done"), TL_FOREIGN_TYPE_WORD, PLAN,
                                       TL_TABLE_ACTION, NULL },
  [TL_FOREIGN_FIELD_ACTION_PURPOSE] = { "action-purpose", N_("Action: purpose"), TL_FOREIGN_TYPE_WORD, PLAN,
                                        TL_TABLE_ACTION, "purpose" },

  [TL_FOREIGN_FIELD_PROGRESS] = { "progress", N_("Progress, kept as evidence from the tracker"), TL_FOREIGN_TYPE_TEXT,
                                  PLAN, TL_TABLE_EVIDENCE, "finding" },
  [TL_FOREIGN_FIELD_NOTE] = { "note", N_("Keep it with the progress, after its heading"), TL_FOREIGN_TYPE_TEXT,
                              PLAN | EVIDENCE, TL_TABLE_EVIDENCE, "finding" },

  [TL_FOREIGN_FIELD_EVIDENCE_REF] = { "evidence-ref", N_("Evidence: ref"), TL_FOREIGN_TYPE_TEXT, EVIDENCE,
                                      TL_TABLE_EVIDENCE, NULL },
  [TL_FOREIGN_FIELD_EVIDENCE_DATE] = { "evidence-date", N_("Evidence: date"), TL_FOREIGN_TYPE_DAY, EVIDENCE,
                                       TL_TABLE_EVIDENCE, "date" },
  [TL_FOREIGN_FIELD_EVIDENCE_SOURCE] = { "evidence-source", N_("Evidence: source"), TL_FOREIGN_TYPE_WORD, EVIDENCE,
                                         TL_TABLE_EVIDENCE, "source" },
  [TL_FOREIGN_FIELD_EVIDENCE_FINDING] = { "evidence-finding", N_("Evidence: finding"), TL_FOREIGN_TYPE_TEXT, EVIDENCE,
                                          TL_TABLE_EVIDENCE, "finding" },
  [TL_FOREIGN_FIELD_EVIDENCE_EXTRACT] = { "evidence-extract", N_("Evidence: extract"), TL_FOREIGN_TYPE_TEXT, EVIDENCE,
                                          TL_TABLE_EVIDENCE, "extract" },
  [TL_FOREIGN_FIELD_EVIDENCE_VERDICT] = { "evidence-verdict", N_("Evidence: verdict"), TL_FOREIGN_TYPE_WORD, EVIDENCE,
                                          TL_TABLE_EVIDENCE, "verdict" },
  [TL_FOREIGN_FIELD_EVIDENCE_RISKS] = { "evidence-risks", N_("Evidence: the risk it is about"), TL_FOREIGN_TYPE_RISK,
                                        EVIDENCE, TL_TABLE_EVIDENCE, "risks" },
  [TL_FOREIGN_FIELD_EVIDENCE_PLACE] = { "evidence-place", N_("Evidence: place"), TL_FOREIGN_TYPE_PLACE, EVIDENCE,
                                        TL_TABLE_EVIDENCE, "place" },
  [TL_FOREIGN_FIELD_EVIDENCE_RECORDED_IN] = { "evidence-recorded-in", N_("Evidence: recorded in"), TL_FOREIGN_TYPE_TEXT,
                                              EVIDENCE, TL_TABLE_EVIDENCE, "recorded_in" },
  [TL_FOREIGN_FIELD_EVIDENCE_BY] = { "evidence-by", N_("Evidence: by"), TL_FOREIGN_TYPE_TEXT, EVIDENCE,
                                     TL_TABLE_EVIDENCE, "by" },

  [TL_FOREIGN_FIELD_PERSON_REF] = { "person-ref", N_("Person: ref"), TL_FOREIGN_TYPE_TEXT, PEOPLE, TL_TABLE_PERSON, NULL },
  [TL_FOREIGN_FIELD_PERSON_NAME] = { "person-name", N_("Person: name"), TL_FOREIGN_TYPE_TEXT, PEOPLE, TL_TABLE_PERSON,
                                     "name" },
  [TL_FOREIGN_FIELD_PERSON_ROLE] = { "person-role", N_("Person: role"), TL_FOREIGN_TYPE_TEXT, PEOPLE, TL_TABLE_PERSON,
                                     "role" },
  [TL_FOREIGN_FIELD_PERSON_PLACE] = { "person-place", N_("Person: place"), TL_FOREIGN_TYPE_PLACE, PEOPLE,
                                      TL_TABLE_PERSON, "place" },
  [TL_FOREIGN_FIELD_PERSON_FROM] = { "person-from", N_("Person: from"), TL_FOREIGN_TYPE_DAY, PEOPLE, TL_TABLE_PERSON,
                                     "from_date" },
  [TL_FOREIGN_FIELD_PERSON_UNTIL] = { "person-until", N_("Person: until"), TL_FOREIGN_TYPE_DAY, PEOPLE, TL_TABLE_PERSON,
                                      "until_date" },
};

/**
 * tl_foreign_kind_get_label:
 * @kind: what a sheet tells of
 *
 * Returns: (transfer none): it as a person reads it
 */
const char *
tl_foreign_kind_get_label (TlForeignKind kind)
{
  return _(kinds[kind].label);
}

/**
 * tl_foreign_kind_has_field:
 * @kind: what a sheet tells of
 * @field: what a column tells
 *
 * Returns: whether a sheet of that kind can have such a column; every kind can have columns that are left out
 */
gboolean
tl_foreign_kind_has_field (TlForeignKind  kind,
                           TlForeignField field)
{
  return (fields[field].kinds & (1u << kind)) != 0;
}

/**
 * tl_foreign_kind_get_name:
 * @kind: what a sheet tells of
 *
 * Returns: (transfer none): its name in files, never translated
 */
const char *
tl_foreign_kind_get_name (TlForeignKind kind)
{
  return kinds[kind].name;
}

/**
 * tl_foreign_kind_find:
 * @name: a name in a file
 * @kind: (out): what it names
 *
 * Returns: whether it names one; @kind is only set if so
 */
gboolean
tl_foreign_kind_find (const char    *name,
                      TlForeignKind *kind)
{
  for (guint i = 0; i < TL_FOREIGN_N_KINDS; i++)
    {
      if (g_str_equal (kinds[i].name, name))
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_foreign_field_get_label:
 * @field: what a column tells
 *
 * Returns: (transfer none): it as a person reads it, as in "Action: due"
 */
const char *
tl_foreign_field_get_label (TlForeignField field)
{
  return _(fields[field].label);
}

/**
 * tl_foreign_field_get_type:
 * @field: what a column tells
 *
 * Returns: what its cells hold
 */
TlForeignFieldType
tl_foreign_field_get_type (TlForeignField field)
{
  return fields[field].type;
}

/**
 * tl_foreign_field_is_repeatable:
 * @field: what a column tells
 *
 * Returns: whether several columns of a sheet may tell it; of all others there is one
 */
gboolean
tl_foreign_field_is_repeatable (TlForeignField field)
{
  return field == TL_FOREIGN_FIELD_NONE || field == TL_FOREIGN_FIELD_NOTE || field == TL_FOREIGN_FIELD_PROGRESS;
}

/**
 * tl_foreign_field_get_name:
 * @field: what a column tells
 *
 * Returns: (transfer none): its name in files, never translated
 */
const char *
tl_foreign_field_get_name (TlForeignField field)
{
  return fields[field].name;
}

/**
 * tl_foreign_field_find:
 * @name: a name in a file
 * @field: (out): what it names
 *
 * Returns: whether it names one; @field is only set if so
 */
gboolean
tl_foreign_field_find (const char     *name,
                       TlForeignField *field)
{
  for (guint i = 0; i < TL_FOREIGN_N_FIELDS; i++)
    {
      if (g_str_equal (fields[i].name, name))
        {
          *field = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * tl_foreign_field_get_ours:
 * @field: what a column tells
 * @table: (out): which table
 *
 * Returns: (transfer none) (nullable): the field of ours that it becomes, %NULL when it is none by itself
 */
const TlField *
tl_foreign_field_get_ours (TlForeignField  field,
                           TlTable        *table)
{
  *table = fields[field].table;
  return fields[field].column != NULL ? tl_layout_find_field (fields[field].table, fields[field].column) : NULL;
}

static char **
list_words (GType words)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (words);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < values->n_values; i++)
    {
      if (*values->values[i].value_nick != '\0')
        g_strv_builder_add (builder, values->values[i].value_nick);
    }
  return g_strv_builder_end (builder);
}

static char **
list_refs (TlSnapshot *existing,
           TlTable     table)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < tl_snapshot_count (existing, table); i++)
    {
      const TlFacts *facts = tl_snapshot_get (existing, table, i);

      if (facts->ref != NULL)
        g_strv_builder_add (builder, facts->ref);
    }
  return g_strv_builder_end (builder);
}

/**
 * tl_foreign_field_list_meanings:
 * @field: what a column tells
 * @existing: the workbook
 *
 * Lists what a word of such a column may mean, as tl_foreign_mapping_set_meaning() takes it: the words of a fixed list,
 * or the refs of the people, places or risks of the workbook. People and places may also be new ones.
 *
 * Returns: (transfer full): the meanings, none where anything may be written
 */
char **
tl_foreign_field_list_meanings (TlForeignField  field,
                                TlSnapshot     *existing)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);

  if (field == TL_FOREIGN_FIELD_ACTION_STATUS)
    return g_strsplit (TL_FOREIGN_STATUS_DONE ";" TL_FOREIGN_STATUS_OPEN ";" TL_FOREIGN_STATUS_ENDED, ";", -1);
  switch (fields[field].type)
    {
    case TL_FOREIGN_TYPE_WORD:
      return list_words (ours->words ());
    case TL_FOREIGN_TYPE_PERSON:
      return list_refs (existing, TL_TABLE_PERSON);
    case TL_FOREIGN_TYPE_PLACE:
      return list_refs (existing, TL_TABLE_PLACE);
    case TL_FOREIGN_TYPE_RISK:
      return list_refs (existing, TL_TABLE_RISK);
    case TL_FOREIGN_TYPE_TEXT:
    case TL_FOREIGN_TYPE_DAY:
    case TL_FOREIGN_TYPE_NUMBER:
    case TL_FOREIGN_TYPE_RATING:
    default:
      return g_new0 (char *, 1);
    }
}

static char *
show_person (const char *meaning,
             TlSnapshot *existing)
{
  const TlPersonFacts *person = tl_snapshot_find_ref (existing, TL_TABLE_PERSON, meaning);
  g_auto (GStrv) parts = g_strsplit (meaning, ";", 2);

  if (person != NULL)
    /* Translators: a person's name and role */
    return g_strdup_printf (_("%s, %s"), person->name, person->role);
  if (g_strv_length (parts) == 2)
    return g_strdup_printf (_("%s, %s (new)"), g_strstrip (parts[0]), g_strstrip (parts[1]));
  return g_strdup (meaning);
}

/**
 * tl_foreign_field_show_meaning:
 * @field: what a column tells
 * @meaning: what a word of it means
 * @existing: the workbook
 *
 * Returns: (transfer full): the meaning as a person reads it: a ref by its name, a word in their language
 */
char *
tl_foreign_field_show_meaning (TlForeignField  field,
                               const char     *meaning,
                               TlSnapshot     *existing)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  const TlPlaceFacts *place;
  const TlRiskFacts *risk;
  int word;

  if (*meaning == '\0')
    return g_strdup (_("left out"));
  switch (fields[field].type)
    {
    case TL_FOREIGN_TYPE_WORD:
      if (field == TL_FOREIGN_FIELD_ACTION_STATUS)
        return g_strdup (_(meaning));
      return g_strdup (tl_word_find (ours->words (), meaning, &word) ? tl_word_label (ours->words (), word) : meaning);
    case TL_FOREIGN_TYPE_PERSON:
      return show_person (meaning, existing);
    case TL_FOREIGN_TYPE_PLACE:
      place = tl_snapshot_find_ref (existing, TL_TABLE_PLACE, meaning);
      return place != NULL ? g_strdup (place->name) : g_strdup (meaning);
    case TL_FOREIGN_TYPE_RISK:
      risk = tl_snapshot_find_ref (existing, TL_TABLE_RISK, meaning);
      return risk != NULL ? g_strdup_printf (_("%s, %s"), meaning, risk->title) : g_strdup (meaning);
    case TL_FOREIGN_TYPE_TEXT:
    case TL_FOREIGN_TYPE_DAY:
    case TL_FOREIGN_TYPE_NUMBER:
    case TL_FOREIGN_TYPE_RATING:
    default:
      return g_strdup (meaning);
    }
}
