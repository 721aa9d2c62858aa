/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done: every action, who is responsible, and whether it is done and proven. */
#include "config.h"

#include "tl-summary.h"

#include "tl-format.h"
#include "tl-report-words.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_ACTION,
  COLUMN_RESPONSIBLE,
  COLUMN_DONE,
  COLUMN_PROVEN,
};

/* What else a reader must know of an action: where, that it only keeps people safe meanwhile, that it was moved. */
static char *
describe_circumstances (const TlSummary         *self,
                        const TlActionJudgement *action)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  /* Where a risk has one place, naming it on every line says nothing. */
  if (action->facts->place != NULL && self->risk->facts->scope.n != 1)
    g_ptr_array_add (parts, g_strdup (action->facts->place->name));
  if (action->facts->purpose == TL_PURPOSE_CONTROL)
    g_ptr_array_add (parts, g_strdup (_("immediate control")));
  else if (action->facts->purpose == TL_PURPOSE_SUPPORT)
    g_ptr_array_add (parts, g_strdup (_("extra support")));
  if (action->times_moved > 0)
    g_ptr_array_add (parts, tl_report_moved (action, self->as_at));
  if (parts->len == 0)
    return NULL;

  g_ptr_array_add (parts, NULL);
  list = g_strjoinv ("; ", (char **) parts->pdata);
  return tl_format_capital (list);
}

static char *
describe_action (const TlSummary         *self,
                 const TlActionJudgement *action)
{
  g_autofree char *circumstances = describe_circumstances (self, action);
  const char *title = tl_report_says (action->facts->title) ? action->facts->title : _("No title");

  if (circumstances == NULL)
    return g_markup_escape_text (title, -1);

  return g_markup_printf_escaped ("%s\n<span foreground=\"#4a4a4a\">%s</span>", title, circumstances);
}

static char *
describe_done (const TlSummary         *self,
               const TlActionJudgement *action)
{
  if (action->done != TL_NO_DAY)
    return tl_format_day_short (action->done, self->as_at);
  if (action->days_overdue > 0)
    return g_strdup_printf ("<b>%s</b>", _("overdue"));
  if (!action->open)
    return g_strdup (_("ended"));

  return g_strdup (_("open"));
}

static char *
describe_proof (const TlSummary         *self,
                const TlActionJudgement *action)
{
  g_autofree char *day = NULL;

  if (action->proven != TL_NO_DAY)
    return tl_format_day_short (action->proven, self->as_at);
  if (action->done != TL_NO_DAY)
    return g_strdup_printf ("<b>%s</b>", _("not proven"));
  if (!action->open)
    {
      day = action->ended != TL_NO_DAY ? tl_format_day_short (action->ended, self->as_at) : NULL;
      return day != NULL ? g_strdup_printf (_("on %s"), day) : g_strdup ("–");
    }
  if (action->due == TL_NO_DAY)
    return g_strdup_printf ("<b>%s</b>", _("no due date"));

  day = tl_format_day_short (action->due, self->as_at);
  return g_strdup_printf (_("due %s"), day);
}

static void
add_action (const TlSummary         *self,
            TlPageTable             *table,
            const TlActionJudgement *action)
{
  g_autofree char *title = describe_action (self, action);
  g_autofree char *person = action->facts->person != NULL
                              ? g_markup_escape_text (action->facts->person->name, -1)
                              : g_strdup_printf ("<b>%s</b>", _("No one"));
  g_autofree char *done = describe_done (self, action);
  g_autofree char *proof = describe_proof (self, action);

  tl_page_table_add_row (table, TL_ROW_PLAIN);
  tl_page_table_set_cell (table, COLUMN_ACTION, TL_PRINT_BODY, title);
  tl_page_table_set_cell (table, COLUMN_RESPONSIBLE, TL_PRINT_BODY, person);
  tl_page_table_set_cell (table, COLUMN_DONE, TL_PRINT_BODY, done);
  tl_page_table_set_cell (table, COLUMN_PROVEN, TL_PRINT_BODY, proof);
}

/**
 * tl_summary_add_acted:
 * @self: a summary
 *
 * Answers what was done, and whether it is proven.
 */
void
tl_summary_add_acted (const TlSummary *self)
{
  tl_summary_begin_question (self, _("What was done"), TL_LINE_LINK_ACTED);
  if (self->risk->n_actions > 0)
    {
      TlPageTable *table = tl_summary_new_table (self);

      tl_page_table_add_column (table, _("Action"), TL_COLUMN_SHARE, 1.0, PANGO_ALIGN_LEFT);
      tl_page_table_add_column (table, _("Responsible"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
      tl_page_table_add_column (table, _("Done"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
      tl_page_table_add_column (table, _("Proven"), TL_COLUMN_FIT, 0.0, PANGO_ALIGN_LEFT);
      tl_page_table_set_row_heads (table, COLUMN_ACTION);
      for (guint i = 0; i < self->risk->n_actions; i++)
        add_action (self, table, &self->risk->actions[i]);
      tl_flow_add_table (self->flow, table);
    }
  tl_summary_add_lacking (self, TL_LINE_LINK_ACTED);
  tl_summary_end_question (self);
}
