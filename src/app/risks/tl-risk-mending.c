/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-mending.h"

#include <adwaita.h>

#include "tl-draft-usual.h"
#include "tl-edit-dialog.h"
#include "tl-editing.h"
#include "tl-owner-dialog.h"
#include "tl-readings-dialog.h"

/* Which row a remedy opens, or adds, and what is to be filled in. */
typedef struct
{
  TlRemedy remedy;
  TlTable table;
  gboolean adds;
  const char *column;
} Dialog;

static const Dialog dialogs[] = {
  { TL_REMEDY_WRITE_ISSUE, TL_TABLE_RISK, FALSE, "baseline_issue" },
  { TL_REMEDY_RATE, TL_TABLE_RATING, TRUE, "likelihood" },
  { TL_REMEDY_WRITE_ROOT_CAUSE, TL_TABLE_RISK, FALSE, "root_cause" },
  { TL_REMEDY_WRITE_CONTROL, TL_TABLE_RISK, FALSE, "immediate_control" },
  { TL_REMEDY_WRITE_CORRECTIVE, TL_TABLE_RISK, FALSE, "corrective_action" },
  { TL_REMEDY_SAY_ORIGIN, TL_TABLE_RISK, FALSE, "origin" },
  { TL_REMEDY_GIVE_REFERENCE, TL_TABLE_RISK, FALSE, "origin_reference" },
  { TL_REMEDY_COMPLETE_PLAN, TL_TABLE_RISK, FALSE, NULL },
  { TL_REMEDY_NAME_SUPPORT, TL_TABLE_OWNERSHIP, TRUE, "person" },
  { TL_REMEDY_EXPECT_EVIDENCE, TL_TABLE_EXPECTED_EVIDENCE, TRUE, "source" },
  { TL_REMEDY_SET_REVIEW, TL_TABLE_RISK, FALSE, "review_every" },
  { TL_REMEDY_WRITE_OUTCOME, TL_TABLE_RISK, FALSE, "intended_outcome" },
  { TL_REMEDY_ADD_MEASURE, TL_TABLE_MEASURE, TRUE, "title" },
  { TL_REMEDY_SET_TARGET, TL_TABLE_MEASURE, FALSE, "target" },
  { TL_REMEDY_SET_TARGET_DATE, TL_TABLE_MEASURE, FALSE, "target_date" },
  { TL_REMEDY_ADD_BASELINE, TL_TABLE_MEASURE, FALSE, "baseline" },
  { TL_REMEDY_SET_HOLDING, TL_TABLE_MEASURE, FALSE, "hold_for" },
  { TL_REMEDY_ADD_ACTION, TL_TABLE_ACTION, TRUE, "title" },
  { TL_REMEDY_UPDATE_ACTION, TL_TABLE_ACTION, FALSE, NULL },
  { TL_REMEDY_SET_DUE, TL_TABLE_ACTION, FALSE, "due" },
  { TL_REMEDY_SAY_WHO, TL_TABLE_ACTION, FALSE, "person" },
  { TL_REMEDY_RECORD_OUTCOME, TL_TABLE_EVIDENCE, TRUE, NULL },
  { TL_REMEDY_RECORD_VOICE, TL_TABLE_EVIDENCE, TRUE, NULL },
  { TL_REMEDY_RECORD_EVIDENCE, TL_TABLE_EVIDENCE, TRUE, NULL },
  { TL_REMEDY_RECORD_READINGS, TL_TABLE_MEASURE, FALSE, NULL },
  { TL_REMEDY_RECORD_CAUSE, TL_TABLE_CAUSE, TRUE, NULL },
  { TL_REMEDY_ADD_SUPPORT, TL_TABLE_ACTION, TRUE, "title" },
  { TL_REMEDY_SHARE_LEARNING, TL_TABLE_LEARNING_REACH, FALSE, "taken_up" },
  { TL_REMEDY_LINK_RISKS, TL_TABLE_LINK, TRUE, "linked_risk" },
  { TL_REMEDY_ANSWER_CHALLENGE, TL_TABLE_CHALLENGE, FALSE, "answer" },
};

static gboolean
is_ownership (TlRemedy remedy)
{
  return remedy == TL_REMEDY_NAME_OWNER || remedy == TL_REMEDY_HAND_OVER;
}

static const Dialog *
find_dialog (TlRemedy remedy)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (dialogs[i].remedy == remedy)
      return &dialogs[i];
  return NULL;
}

/**
 * tl_risk_mending_can:
 * @remedy: a remedy
 *
 * Returns: whether there is a dialog for it
 */
gboolean
tl_risk_mending_can (TlRemedy remedy)
{
  const Dialog *dialog = find_dialog (remedy);

  return is_ownership (remedy) || remedy == TL_REMEDY_START_REVIEW
         || (dialog != NULL && tl_edit_dialog_has_form (dialog->table));
}

/* ── What is filled in ────────────────────────────────────────────────────── */

/* The risk's facts as they are now. */
static const TlRiskFacts *
get_facts (TlRisk *risk)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);

  return concluded != NULL ? concluded->facts : NULL;
}

/* Mostly it is whoever sits there, if they have a post. */
static void
fill_who (TlDraft    *draft,
          TlWorkbook *workbook)
{
  const char *name = tl_id_source_get_actor_name (tl_workbook_get_ids (workbook));
  GListModel *people = tl_workbook_get_people (workbook);

  for (guint i = 0; name != NULL && i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (tl_person_get_name (person), name) != 0)
        continue;
      tl_draft_set_link (draft, "by", tl_record_get_id (TL_RECORD (person)));
      return;
    }
}

/* The risk as it stands, to begin with; of two ratings on a day the higher would hold, so the day's own is corrected. */
static TlDraft *
make_rating (TlWorkbook *workbook,
             TlRisk     *risk)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);
  const TlFactsList *ratings = &concluded->facts->ratings;
  TlDraft *draft = NULL;

  for (guint i = 0; i < ratings->n; i++)
    {
      const TlRatingFacts *rating = ratings->rows[i];

      if (rating->date == tl_workbook_get_today (workbook))
        return tl_draft_new_copy (workbook, TL_TABLE_RATING, &rating->base.id);
    }
  draft = tl_draft_new (workbook, TL_TABLE_RATING);
  tl_draft_fill_usual (draft);
  fill_who (draft, workbook);
  if (concluded->rating > 0)
    {
      g_autofree char *likelihood = g_strdup_printf ("%d", concluded->likelihood);
      g_autofree char *impact = g_strdup_printf ("%d", concluded->impact);

      tl_draft_set_text (draft, "likelihood", likelihood);
      tl_draft_set_text (draft, "impact", impact);
    }
  return draft;
}

static void
fill_evidence (TlDraft    *draft,
               TlWorkbook *workbook,
               TlRemedy    remedy,
               const TlId *row)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  const TlExpectedEvidenceFacts *expected = row != NULL ? tl_snapshot_find (snapshot, TL_TABLE_EXPECTED_EVIDENCE, row) : NULL;

  if (expected != NULL)
    tl_draft_set_word (draft, "source", expected->source);
  else if (row != NULL && tl_snapshot_find (snapshot, TL_TABLE_ACTION, row) != NULL)
    tl_draft_add_link (draft, "actions", row);
  if (remedy == TL_REMEDY_RECORD_VOICE)
    tl_draft_set_word (draft, "source", TL_SOURCE_FEEDBACK_FROM_PEOPLE);
}

/* What the remedy itself says of the new row. */
static void
fill (TlDraft    *draft,
      TlWorkbook *workbook,
      TlRisk     *risk,
      TlRemedy    remedy,
      const TlId *row)
{
  switch ((int) remedy)
    {
    case TL_REMEDY_NAME_SUPPORT:
      tl_draft_set_word (draft, "part", TL_PART_SUPPORTING);
      if (row != NULL)
        tl_draft_set_link (draft, "person", row);
      break;
    case TL_REMEDY_ADD_MEASURE:
      tl_draft_set_word (draft, "role", tl_risk_get_judgement (risk)->primary == NULL ? TL_ROLE_PRIMARY : TL_ROLE_SUPPORTING);
      break;
    case TL_REMEDY_ADD_SUPPORT:
      tl_draft_set_word (draft, "purpose", TL_PURPOSE_SUPPORT);
      if (row != NULL)
        tl_draft_set_link (draft, "place", row);
      break;
    case TL_REMEDY_RECORD_CAUSE:
      if (row != NULL)
        tl_draft_set_link (draft, "place", row);
      break;
    case TL_REMEDY_LINK_RISKS:
      if (row != NULL)
        tl_draft_set_link (draft, "linked_risk", row);
      break;
    case TL_REMEDY_RECORD_OUTCOME:
    case TL_REMEDY_RECORD_VOICE:
    case TL_REMEDY_RECORD_EVIDENCE:
      fill_evidence (draft, workbook, remedy, row);
      break;
    default:
      break;
    }
}

static void
name_risk (TlDraft *draft,
           TlRisk  *risk)
{
  const TlId *id = tl_record_get_id (TL_RECORD (risk));
  TlTable table = tl_draft_get_table (draft);

  if (tl_layout_find_field (table, "risk") != NULL)
    tl_draft_set_link (draft, "risk", id);
  else if (tl_layout_find_field (table, "risks") != NULL)
    tl_draft_add_link (draft, "risks", id);
}

static TlDraft *
make_new (TlWorkbook   *workbook,
          TlRisk       *risk,
          const Dialog *dialog,
          const TlId   *row)
{
  TlDraft *draft = NULL;

  if (dialog->remedy == TL_REMEDY_RATE)
    draft = make_rating (workbook, risk);
  else
    {
      draft = tl_draft_new (workbook, dialog->table);
      tl_draft_fill_usual (draft);
    }
  if (!tl_draft_is_new (draft))
    return draft;
  name_risk (draft, risk);
  fill (draft, workbook, risk, dialog->remedy, row);
  return draft;
}

/* ── What is opened ───────────────────────────────────────────────────────── */

/* A row of the remedy's own table: what was given, the risk itself, or its primary measure. */
static const TlId *
find_row (TlRisk       *risk,
          const Dialog *dialog,
          const TlId   *row)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk);

  if (dialog->table == TL_TABLE_RISK)
    return tl_record_get_id (TL_RECORD (risk));
  if (row == NULL && dialog->table == TL_TABLE_MEASURE && concluded->primary != NULL)
    return &concluded->primary->facts->base.id;
  return row;
}

/* The first thing that the plan lacks. */
static const char *
find_column (TlRisk       *risk,
             const Dialog *dialog)
{
  const TlRiskFacts *facts = get_facts (risk);
  const struct { const char *column, *text; } texts[] = {
    { "baseline_issue", facts->baseline_issue }, { "root_cause", facts->root_cause },
    { "immediate_control", facts->immediate_control }, { "corrective_action", facts->corrective_action },
    { "intended_outcome", facts->intended_outcome },
  };

  for (guint i = 0; dialog->remedy == TL_REMEDY_COMPLETE_PLAN && i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text == NULL || *texts[i].text == '\0')
      return texts[i].column;
  return dialog->remedy == TL_REMEDY_COMPLETE_PLAN && facts->review_every == TL_INTERVAL_NONE ? "review_every" : dialog->column;
}

/* Where the risk is reviewed, if that is known. */
static void
start_review (GtkWidget *page,
              TlRisk    *risk)
{
  const TlRiskFacts *facts = get_facts (risk);
  char forum[TL_ID_HEX_LENGTH + 1] = "";

  if (facts != NULL && facts->forum != NULL)
    tl_id_to_hex (&facts->forum->base.id, forum);
  gtk_widget_activate_action (page, "win.start-review", "s", forum);
}

/**
 * tl_risk_mending_do:
 * @page: the page of the risk
 * @workbook: its workbook
 * @risk: a risk
 * @remedy: what to do
 * @row: (nullable): the row that it is to be done to
 *
 * Opens the dialog of a remedy.
 */
void
tl_risk_mending_do (GtkWidget  *page,
                    TlWorkbook *workbook,
                    TlRisk     *risk,
                    TlRemedy    remedy,
                    const TlId *row)
{
  const Dialog *dialog = find_dialog (remedy);
  g_autoptr (TlDraft) draft = NULL;

  if (is_ownership (remedy))
    {
      adw_dialog_present (ADW_DIALOG (tl_owner_dialog_new (workbook, risk)), page);
      return;
    }
  if (remedy == TL_REMEDY_START_REVIEW)
    {
      start_review (page, risk);
      return;
    }
  /* All of a measure's readings at once. */
  if (remedy == TL_REMEDY_RECORD_READINGS)
    {
      const TlId *measure = get_facts (risk) != NULL ? find_row (risk, dialog, row) : NULL;

      if (measure != NULL)
        tl_readings_dialog_present (page, workbook, measure);
      return;
    }
  if (dialog == NULL || !tl_edit_dialog_has_form (dialog->table) || get_facts (risk) == NULL)
    return;
  if (dialog->adds)
    draft = make_new (workbook, risk, dialog, row);
  else if (find_row (risk, dialog, row) != NULL)
    draft = tl_draft_new_copy (workbook, dialog->table, find_row (risk, dialog, row));
  if (draft != NULL && find_column (risk, dialog) != NULL)
    tl_editing_present_at (page, draft, find_column (risk, dialog));
  else if (draft != NULL)
    tl_editing_present (page, draft);
}

/* Whoever answers sees what was found. */
static void
present_answer (GtkWidget  *page,
                TlDraft    *draft,
                const char *found)
{
  TlEditDialog *dialog = tl_edit_dialog_new (draft);

  g_object_set (tl_edit_dialog_find_row (dialog, "reason"), "title", found, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}

/**
 * tl_risk_mending_answer:
 * @page: the page of a risk
 * @workbook: its workbook
 * @risk: the risk
 * @finding: one of its findings
 *
 * Opens the dialog in which a finding is answered.
 */
void
tl_risk_mending_answer (GtkWidget          *page,
                        TlWorkbook         *workbook,
                        TlRisk             *risk,
                        const TlFindingKey *finding)
{
  g_autoptr (TlDraft) draft = tl_draft_new (workbook, TL_TABLE_ANSWERED_FINDING);

  tl_draft_fill_usual (draft);
  fill_who (draft, workbook);
  tl_draft_set_text (draft, "check_id", finding->check);
  name_risk (draft, risk);
  if (finding->subject != NULL)
    tl_draft_set_text (draft, "subject", finding->subject);
  if (finding->other != NULL)
    tl_draft_set_text (draft, "other_subject", finding->other);
  if (finding->has_place)
    tl_draft_set_link (draft, "place", &finding->place);
  if (finding->reason != NULL)
    tl_draft_set_text (draft, "reason", finding->reason);
  if (finding->until != TL_NO_DAY)
    tl_draft_set_day (draft, "until_date", finding->until);
  present_answer (page, draft, finding->text);
}

/**
 * tl_risk_mending_edit:
 * @page: the page of a risk
 * @workbook: its workbook
 * @table: a table
 * @row: one of its rows
 *
 * Opens a row to be edited.
 */
void
tl_risk_mending_edit (GtkWidget  *page,
                      TlWorkbook *workbook,
                      TlTable     table,
                      const TlId *row)
{
  if (tl_edit_dialog_has_form (table))
    tl_editing_open (page, workbook, table, row);
}
