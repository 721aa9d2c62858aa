/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-report.h"

#include <glib/gi18n-lib.h>

#include "tl-debrief-words.h"
#include "tl-format.h"
#include "tl-page-table.h"
#include "tl-paragraph.h"

#define PART_SPACE 12.0
#define ITEM_SPACE 4.0

/* ── Shared ───────────────────────────────────────────────────────────────── */

void
tl_practice_report_say (TlFlow       *flow,
                        TlPrintStyle  style,
                        const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  tl_flow_add_paragraph (flow, style, escaped);
}

void
tl_practice_report_list (TlFlow             *flow,
                         const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (texts[i], -1);

      tl_flow_add_item (flow, "•", escaped);
    }
}

void
tl_practice_report_part (TlFlow     *flow,
                         const char *title)
{
  tl_flow_add_space (flow, PART_SPACE);
  tl_flow_add_heading (flow, 2, TL_PRINT_SECTION, title, NULL);
}

void
tl_practice_report_head (TlFlow         *flow,
                         TlPracticeCase *practice_case,
                         const char     *title)
{
  g_autofree char *name = g_markup_escape_text (tl_practice_case_get_title (practice_case), -1);
  g_autofree char *care = tl_format_capital (tl_practice_case_get_care (practice_case));
  g_autofree char *about = g_strdup_printf (_("%1$s. %2$s, level %3$d of 8. An invented service: nothing here is about anybody."), title,
                                            care, tl_practice_case_get_level (practice_case));

  tl_flow_add_heading (flow, 1, TL_PRINT_TITLE, name, NULL);
  tl_practice_report_say (flow, TL_PRINT_DIMMED, about);
}

/* ── The debrief ──────────────────────────────────────────────────────────── */

static void
add_lessons (TlFlow                  *flow,
             const TlPracticeDebrief *debrief)
{
  tl_practice_report_part (flow, _("What you have learnt"));
  for (guint i = 0; i < tl_practice_debrief_get_n_lessons (debrief); i++)
    {
      const TlPracticeLesson *lesson = tl_practice_debrief_get_lesson (debrief, i);
      g_autofree char *grade = tl_debrief_say_grade (lesson);
      g_autofree char *title = g_strdup_printf ("%s – %s", _(lesson->title), grade);

      tl_practice_report_say (flow, TL_PRINT_STRONG, title);
      tl_practice_report_list (flow, (const char * const *) lesson->reasons);
    }
}

static void
add_answers (TlFlow                  *flow,
             const TlPracticeDebrief *debrief,
             gboolean                 planted)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const TlPracticeAnswerResult *result = tl_practice_debrief_get_answer (debrief, i);
      g_autofree char *where = NULL, *outcome = NULL, *title = NULL, *shows = NULL, *shown = NULL;

      if (result->answer->planted != planted)
        continue;
      if (!begun)
        tl_practice_report_part (flow, planted ? _("Where the line breaks") : _("Sound, although it looks weak"));
      begun = TRUE;
      where = tl_practice_answer_dup_where (result->answer);
      outcome = tl_debrief_say_outcome (result);
      title = g_strdup_printf ("%s – %s", where, outcome);
      shows = g_strjoinv (", ", result->answer->evidence);
      shown = g_strdup_printf (_("Shown by: %s"), shows);
      tl_flow_add_space (flow, ITEM_SPACE);
      tl_practice_report_say (flow, TL_PRINT_STRONG, title);
      tl_practice_report_say (flow, TL_PRINT_BODY, result->reason);
      tl_practice_report_say (flow, TL_PRINT_DIMMED, shown);
    }
}

static char *
describe_judgement (TlPracticeJudgement *judgement)
{
  const char *risk = tl_practice_judgement_get_risk (judgement);
  TlLineLink link = tl_practice_judgement_get_link (judgement);
  g_autofree char *subjects = g_strjoinv (", ", (char **) tl_practice_judgement_get_subjects (judgement));

  return g_strdup_printf ("%s%s%s%s%s · %s", risk != NULL ? risk : "", link != TL_LINE_LINK_NONE ? " · " : "",
                          link != TL_LINE_LINK_NONE ? tl_word_label (TL_TYPE_LINE_LINK, (int) link) : "", *subjects != '\0' ? " · " : "",
                          subjects, tl_word_label (TL_TYPE_PRACTICE_STATE, (int) tl_practice_judgement_get_state (judgement)));
}

static void
add_judgements (TlFlow                  *flow,
                const TlPracticeDebrief *debrief)
{
  if (tl_practice_debrief_get_n_judgements (debrief) == 0)
    return;
  tl_practice_report_part (flow, _("Your judgements"));
  for (guint i = 0; i < tl_practice_debrief_get_n_judgements (debrief); i++)
    {
      const TlPracticeJudgementResult *result = tl_practice_debrief_get_judgement (debrief, i);
      g_autofree char *what = describe_judgement (result->judgement);
      g_autofree char *standing = tl_format_capital (tl_word_label (TL_TYPE_PRACTICE_STANDING, (int) result->standing));
      g_autofree char *title = g_strdup_printf ("%s – %s", what, standing);

      tl_flow_add_space (flow, ITEM_SPACE);
      tl_practice_report_say (flow, TL_PRINT_STRONG, title);
      if (tl_practice_judgement_get_why (result->judgement) != NULL)
        tl_practice_report_say (flow, TL_PRINT_BODY, tl_practice_judgement_get_why (result->judgement));
      tl_practice_report_say (flow, TL_PRINT_DIMMED, result->reason);
    }
}

static void
add_finding (TlFlow             *flow,
             const char         *title,
             const char         *fact,
             const char         *reach,
             const char * const *sources,
             const char * const *regulations)
{
  g_autofree char *shows = sources != NULL ? g_strjoinv (", ", (char **) sources) : g_strdup ("");
  g_autofree char *codes = regulations != NULL ? g_strjoinv (", ", (char **) regulations) : g_strdup ("");
  g_autofree char *rest = g_strdup_printf (_("Sources: %1$s. Reach: %2$s Regulation: %3$s."), *shows != '\0' ? shows : _("none"),
                                           reach != NULL ? reach : _("not said."), *codes != '\0' ? codes : _("none"));

  tl_practice_report_say (flow, TL_PRINT_STRONG, title);
  tl_practice_report_say (flow, TL_PRINT_BODY, fact != NULL ? fact : _("No fact was written."));
  tl_practice_report_say (flow, TL_PRINT_DIMMED, rest);
}

static void
add_findings (TlFlow               *flow,
              const TlReportMaking *making)
{
  const TlPracticeFinding *own = tl_practice_run_get_finding (g_ptr_array_index (making->runs, 0));
  const TlPracticeModel *model = tl_practice_case_get_model (making->practice_case);
  const char *regulation[] = { own->regulation, NULL };

  tl_practice_report_part (flow, _("The finding"));
  add_finding (flow, _("Yours"), own->fact, own->reach, (const char * const *) own->sources, regulation);
  add_finding (flow, _("An expert’s"), model->fact, model->reach, model->sources, model->regulations);
}

static void
add_trail (TlFlow                  *flow,
           const TlPracticeDebrief *debrief)
{
  TlPageTable *table = tl_page_table_new ();

  tl_practice_report_part (flow, _("What was opened"));
  tl_page_table_add_column (table, _("Item"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
  tl_page_table_add_column (table, _("By whom"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
  for (guint i = 0; i < tl_practice_debrief_get_n_steps (debrief); i++)
    {
      const TlPracticeStep *step = tl_practice_debrief_get_step (debrief, i);
      g_autofree char *ref = g_markup_escape_text (step->ref, -1);
      g_autofree char *text = tl_debrief_say_step (step);
      g_autofree char *escaped = g_markup_escape_text (text, -1);

      tl_page_table_add_row (table, TL_ROW_PLAIN);
      tl_page_table_set_cell (table, 0, TL_PRINT_BODY, ref);
      tl_page_table_set_cell (table, 1, TL_PRINT_BODY, escaped);
    }
  tl_flow_add_table (flow, table);
}

static void
add_links (TlFlow                  *flow,
           const TlPracticeDebrief *debrief)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) list = NULL;

  for (int i = 1; i <= TL_N_LINE_LINKS; i++)
    {
      TlPracticeTally tally = tl_practice_debrief_tally_link (debrief, (TlLineLink) i);
      g_autofree char *text = tl_debrief_say_tally (&tally);

      if (*text != '\0')
        g_strv_builder_take (lines, g_strdup_printf ("%s: %s", tl_word_label (TL_TYPE_LINE_LINK, i), text));
    }
  for (guint i = 0; i < tl_practice_debrief_get_n_answers (debrief); i++)
    {
      const char *check = tl_practice_debrief_get_answer (debrief, i)->answer->facts->check_id;
      TlPracticeTally tally = { 0 };
      g_autofree char *text = NULL, *name = NULL;

      if (check == NULL || !g_hash_table_add (said, (gpointer) check))
        continue;
      tally = tl_practice_debrief_tally_check (debrief, check);
      text = tl_debrief_say_tally (&tally);
      name = tl_debrief_name_check (check);
      g_strv_builder_take (lines, g_strdup_printf ("%s: %s", name, text));
    }
  list = g_strv_builder_end (lines);
  tl_practice_report_part (flow, _("By link and by check"));
  tl_practice_report_list (flow, (const char * const *) list);
}

/**
 * tl_debrief_report_add:
 * @making: the report, with its case and one go at it
 * @error: return location for an error
 *
 * Adds a trainee's debrief.
 *
 * Returns: whether it is complete; %FALSE when cancelled, or the go doesn't stand yet
 */
gboolean
tl_debrief_report_add (const TlReportMaking  *making,
                       GError               **error)
{
  TlFlow *flow = tl_document_get_flow (making->document);
  g_autoptr (TlPracticeDebrief) debrief =
    tl_practice_debrief_new (making->practice_case, making->assessment, g_ptr_array_index (making->runs, 0), error);
  g_autofree char *summary = NULL;

  if (debrief == NULL || !tl_report_making_step (making, 0, 1, error))
    return FALSE;
  summary = tl_debrief_say_summary (debrief);
  tl_practice_report_head (flow, making->practice_case, _("Practice debrief"));
  tl_practice_report_say (flow, TL_PRINT_STRONG, summary);
  add_lessons (flow, debrief);
  add_answers (flow, debrief, TRUE);
  add_answers (flow, debrief, FALSE);
  add_judgements (flow, debrief);
  add_links (flow, debrief);
  add_findings (flow, making);
  add_trail (flow, debrief);
  tl_practice_report_part (flow, _("What the case teaches"));
  tl_practice_report_list (flow, tl_practice_case_get_teaches (making->practice_case));
  return TRUE;
}
