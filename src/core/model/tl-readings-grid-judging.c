/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-readings-grid-private.h"

#include <glib/gi18n-lib.h>

#include "tl-reading-text.h"

/* Returns: (nullable): the reading as a draft, %NULL when what is typed can't be one, or it isn't there any more */
TlDraft *
tl_readings_grid_make_draft (TlReadingsGrid        *self,
                             const TlReadingsCell  *cell,
                             char                 **message)
{
  static const char * const places[] = { "place", "shift", "staff_group" };
  g_auto (TlReadingText) parts = { NULL, NULL, NULL };
  gboolean is_new = tl_id_is_none (&cell->reading);
  TlDraft *draft;

  if (!tl_reading_text_read (self->kind, cell->text, &parts, message))
    return NULL;
  draft = is_new ? tl_draft_new (self->workbook, TL_TABLE_READING)
                 : tl_draft_new_copy (self->workbook, TL_TABLE_READING, &cell->reading);
  if (draft == NULL)
    {
      *message = g_strdup (_("This reading isn’t there any more."));
      return NULL;
    }
  if (is_new)
    {
      tl_draft_set_link (draft, "measure", &self->measure);
      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        tl_draft_set_link (draft, places[i], !tl_id_is_none (&cell->column->places[i]) ? &cell->column->places[i] : NULL);
    }
  if (is_new || cell->day != cell->first_day)
    tl_draft_set_day (draft, "date", cell->day);
  tl_draft_set_text (draft, "numerator", parts.numerator);
  tl_draft_set_text (draft, "denominator", parts.denominator);
  tl_draft_set_text (draft, "value", parts.value);
  return draft;
}

/* The rules are a draft's; the words that it would mark a field with are said of the cell. */
static void
judge (TlReadingsGrid *self,
       TlReadingsCell *cell)
{
  g_autoptr (TlDraft) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_strstrip (cell->text);
  cell->state = TL_READINGS_KEPT;
  if (g_str_equal (cell->text, cell->first_text) && cell->day == cell->first_day)
    return;
  if (*cell->text == '\0')
    {
      cell->state = tl_id_is_none (&cell->reading) ? TL_READINGS_KEPT : TL_READINGS_REMOVED;
      return;
    }
  draft = tl_readings_grid_make_draft (self, cell, &cell->problem);
  problems = draft != NULL ? tl_draft_list_problems (draft) : NULL;
  if (problems != NULL && problems->len > 0)
    cell->problem = g_strdup (((const TlDraftProblem *) g_ptr_array_index (problems, 0))->message);
  if (cell->problem != NULL)
    {
      cell->state = TL_READINGS_WRONG;
      return;
    }
  g_free (cell->text);
  cell->text = tl_reading_text_write (self->kind, tl_draft_get_number (draft, "numerator"),
                                      tl_draft_get_number (draft, "denominator"), tl_draft_get_number (draft, "value"));
  if (tl_id_is_none (&cell->reading))
    cell->state = TL_READINGS_ADDED;
  else if (!g_str_equal (cell->text, cell->first_text) || cell->day != cell->first_day)
    cell->state = TL_READINGS_CHANGED;
}

void
tl_readings_grid_put (TlReadingsGrid *self,
                      TlReadingsCell *cell,
                      const char     *text,
                      TlDay           day)
{
  self->counts[cell->state]--;
  g_free (cell->text);
  cell->text = g_utf8_make_valid (text, -1);
  cell->day = day;
  g_clear_pointer (&cell->problem, g_free);
  judge (self, cell);
  self->counts[cell->state]++;
}
