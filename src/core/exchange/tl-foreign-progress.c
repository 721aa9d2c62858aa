/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>

/* What a row says of its progress, each text after its heading where there are several. */
static char *
collect_progress (TlForeignWork        *work,
                  const TlForeignCells *cells)
{
  const TlForeignLayout *layout = &work->mapping->layouts[cells->sheet];
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < layout->n_columns; i++)
    n += layout->fields[i] == TL_FOREIGN_FIELD_PROGRESS;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      gboolean note = layout->fields[i] == TL_FOREIGN_FIELD_NOTE;

      if ((!note && layout->fields[i] != TL_FOREIGN_FIELD_PROGRESS) || !cells->own[i])
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if ((note || n > 1) && *layout->headings[i] != '\0')
        g_string_append_printf (text, "%s: ", layout->headings[i]);
      g_string_append (text, cells->texts[i]);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static gboolean
names_one_of (const TlFactsList *actions,
              const GPtrArray   *latest)
{
  if (latest->len == 0)
    return actions->n == 0;
  for (guint i = 0; i < actions->n; i++)
    {
      for (guint j = 0; j < latest->len; j++)
        {
          const TlForeignOut *out = g_ptr_array_index (latest, j);

          if (out->existing == TL_FACTS_AT (*actions, TlFacts, i))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_known (TlForeignRisk   *risk,
          const char      *text,
          const GPtrArray *latest)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;

  for (guint i = 0; now != NULL && i < now->evidence.n; i++)
    {
      const TlEvidenceFacts *evidence = TL_FACTS_AT (now->evidence, TlEvidenceFacts, i);

      if (evidence->source == TL_SOURCE_ACTION_TRACKER && g_strcmp0 (evidence->finding, text) == 0
          && names_one_of (&evidence->actions, latest))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_foreign_progress_add:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 * @latest: (element-type TlForeignOut): the actions that it is about
 *
 * What a tracker says of its progress is evidence of what was done, as far as a tracker is, dated as the tracker is.
 * What it said before, and says again, isn't taken down again.
 */
void
tl_foreign_progress_add (TlForeignWork        *work,
                         const TlForeignCells *cells,
                         TlForeignRisk        *risk,
                         const GPtrArray      *latest)
{
  g_autofree char *text = collect_progress (work, cells);
  g_autofree char *as_of = tl_foreign_write_day (work->mapping->as_of);
  g_autofree char *recorded_in = NULL;
  int column = MAX (cells->columns[TL_FOREIGN_FIELD_PROGRESS], cells->columns[TL_FOREIGN_FIELD_NOTE]);
  TlForeignOut *evidence;

  if (text == NULL || is_known (risk, text, latest))
    return;
  if (as_of == NULL)
    {
      tl_foreign_work_tell (work, cells,
                            cells->columns[TL_FOREIGN_FIELD_PROGRESS] >= 0 ? TL_FOREIGN_FIELD_PROGRESS : TL_FOREIGN_FIELD_NOTE,
                            _("progress needs a date; say of which day this file is"));
      return;
    }
  evidence = tl_foreign_out_add (work, TL_TABLE_EVIDENCE, NULL, NULL, cells);
  tl_foreign_out_set (evidence, "date", as_of, -1);
  tl_foreign_out_set (evidence, "source", "action tracker", -1);
  tl_foreign_out_set (evidence, "finding", text, column);
  tl_foreign_out_set (evidence, "risks", risk->out->ref, -1);
  for (guint i = 0; i < latest->len; i++)
    tl_foreign_out_append (evidence, "actions", ((const TlForeignOut *) g_ptr_array_index (latest, i))->ref, "; ", -1);
  recorded_in = g_strdup_printf (_("%s, %s"), tl_foreign_book_get_name (work->book),
                                 tl_foreign_sheet_get_name (tl_foreign_book_get_sheet (work->book, cells->sheet)));
  tl_foreign_out_set (evidence, "recorded_in", recorded_in, -1);
}
