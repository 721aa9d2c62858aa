/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-report.h"

#include <glib/gi18n-lib.h>

#include "tl-debrief-words.h"
#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-practice-group.h"

/* ── The trainer's sheet ──────────────────────────────────────────────────── */

static void
add_answer (TlFlow                 *flow,
            const TlPracticeAnswer *answer,
            const TlFinding        *finding)
{
  g_autofree char *where = tl_practice_answer_dup_where (answer);
  g_autofree char *title = g_strdup_printf ("%s – %s", where, tl_word_label (TL_TYPE_ANSWER_STATE, (int) answer->facts->state));
  g_autofree char *shows = g_strjoinv (", ", answer->evidence);
  g_autofree char *shown = g_strdup_printf (_("Shown by: %s"), shows);

  tl_practice_report_say (flow, TL_PRINT_STRONG, title);
  tl_practice_report_say (flow, TL_PRINT_BODY, answer->facts->why);
  if (finding != NULL)
    tl_practice_report_say (flow, TL_PRINT_DIMMED, finding->text);
  tl_practice_report_say (flow, TL_PRINT_DIMMED, shown);
}

/**
 * tl_practice_sheet_report_add:
 * @making: the report, with its case
 * @error: return location for an error
 *
 * Adds the trainer's sheet: setting, questions, answers, the model finding, what an expert would open, and what it teaches.
 *
 * Returns: whether it is complete; %FALSE when cancelled
 */
gboolean
tl_practice_sheet_report_add (const TlReportMaking  *making,
                              GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  g_autoptr (TlPracticeSheet) sheet = tl_practice_sheet_new (tl_assessment_get_snapshot (making->assessment));
  const TlPracticeModel *model = tl_practice_case_get_model (making->practice_case);
  g_autofree char *trail = g_strjoinv (", ", (char **) tl_practice_case_get_trail (making->practice_case));
  g_autofree char *sources = g_strjoinv (", ", (char **) model->sources);
  g_autofree char *rest = g_strdup_printf (_("On %1$s. Sources: %2$s. Reach: %3$s"), model->risk, sources, model->reach);

  if (!tl_report_making_step (making, 0, 1, error))
    return FALSE;
  tl_practice_report_head (flow, making->practice_case, _("Trainer’s sheet, with the answers"));
  for (guint i = 0; tl_practice_case_get_setting (making->practice_case)[i] != NULL; i++)
    tl_practice_report_say (flow, TL_PRINT_BODY, tl_practice_case_get_setting (making->practice_case)[i]);
  tl_practice_report_part (flow, _("Questions to bring"));
  tl_practice_report_list (flow, tl_practice_case_get_questions (making->practice_case));
  tl_practice_report_part (flow, _("Answers"));
  for (guint i = 0; i < tl_practice_sheet_get_n (sheet); i++)
    add_answer (flow, tl_practice_sheet_get (sheet, i), tl_practice_sheet_find_finding (tl_practice_sheet_get (sheet, i), making->assessment));
  tl_practice_report_part (flow, _("The finding that an expert would write"));
  tl_practice_report_say (flow, TL_PRINT_BODY, model->fact);
  tl_practice_report_say (flow, TL_PRINT_DIMMED, rest);
  tl_practice_report_part (flow, _("What an expert would open, in order"));
  tl_practice_report_say (flow, TL_PRINT_BODY, trail);
  tl_practice_report_part (flow, _("What the case teaches"));
  tl_practice_report_list (flow, tl_practice_case_get_teaches (making->practice_case));
  return TRUE;
}

/* ── Several trainees ─────────────────────────────────────────────────────── */

static void
set_text (TlPageTable  *table,
          guint         column,
          TlPrintStyle  style,
          const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  tl_page_table_set_cell (table, column, style, escaped);
}

static void
add_rows (TlPageTable     *table,
          TlPracticeGroup *group)
{
  for (guint row = 0; row < tl_practice_group_get_n_rows (group); row++)
    {
      const TlPracticeAnswer *answer = tl_practice_group_get_row (group, row);
      g_autofree char *where = tl_practice_answer_dup_where (answer);
      g_autofree char *found = g_strdup_printf ("%u", tl_practice_group_count (group, row, answer->planted ? TL_PRACTICE_OUTCOME_FOUND
                                                                                                         : TL_PRACTICE_OUTCOME_UPHELD));

      tl_page_table_add_row (table, TL_ROW_PLAIN);
      set_text (table, 0, TL_PRINT_STRONG, where);
      for (guint i = 0; i < tl_practice_group_get_n_trainees (group); i++)
        set_text (table, i + 1, TL_PRINT_BODY,
                  tl_word_label (TL_TYPE_PRACTICE_OUTCOME, (int) tl_practice_group_get_outcome (group, row, i)));
      set_text (table, tl_practice_group_get_n_trainees (group) + 1, TL_PRINT_BODY, found);
    }
}

/**
 * tl_practice_group_report_add:
 * @making: the report, with its case and several goes at it
 * @error: return location for an error
 *
 * Adds the table of what became of each line of the answer sheet with each trainee.
 *
 * Returns: whether it is complete; %FALSE when cancelled, or a go can't be laid beside the others
 */
gboolean
tl_practice_group_report_add (const TlReportMaking  *making,
                              GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  g_autoptr (TlPracticeGroup) group = tl_practice_group_new (making->practice_case, making->assessment);
  TlPageTable *table = NULL;

  if (!tl_report_making_step (making, 0, 1, error))
    return FALSE;
  for (guint i = 0; i < making->runs->len; i++)
    if (!tl_practice_group_add (group, g_ptr_array_index (making->runs, i), error))
      return FALSE;
  tl_practice_report_head (flow, making->practice_case, _("Trainees side by side"));
  table = tl_page_table_new ();
  tl_page_table_add_column (table, _("Answer"), TL_COLUMN_SHARE, 1.4, PANGO_ALIGN_LEFT);
  tl_page_table_set_row_heads (table, 0);
  for (guint i = 0; i < tl_practice_group_get_n_trainees (group); i++)
    {
      g_autofree char *name = tl_practice_group_dup_trainee (group, i);

      tl_page_table_add_column (table, name, TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
    }
  tl_page_table_add_column (table, _("Seen by"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_RIGHT);
  add_rows (table, group);
  tl_flow_add_table (flow, table);
  return TRUE;
}
