/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-edit-words.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-row-words.h"

/**
 * tl_edit_words_kept:
 * @draft: a draft that was kept
 *
 * Returns: (transfer full): what is said of the change, as in "Action added: Check the charts every night"
 */
char *
tl_edit_words_kept (TlDraft *draft)
{
  static const char * const columns[] = { "name", "title", "finding", "sign", "text" };
  TlTable table = tl_draft_get_table (draft);
  g_autofree char *noun = tl_format_capital (tl_row_words_noun (table));
  g_autofree char *start = NULL;
  const char *title = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (columns) && title == NULL; i++)
    {
      const TlField *field = tl_layout_find_field (table, columns[i]);

      if (field != NULL && field->type == TL_FIELD_TEXT)
        title = tl_draft_get_text (draft, columns[i]);
    }
  if (title == NULL)
    /* Translators: %s is a sort of thing, such as "Action" */
    return g_strdup_printf (tl_draft_is_new (draft) ? _("%s added") : _("%s changed"), noun);
  start = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 60));
  g_strdelimit (start, "\r\n", ' ');
  /* Translators: a sort of thing, such as "Action", and what it is called */
  return g_strdup_printf (tl_draft_is_new (draft) ? _("%1$s added: %2$s") : _("%1$s changed: %2$s"), noun, start);
}

/* What the row hangs on: the first row of another table that it must name, or its risk. */
static const TlFacts *
find_owner (TlDraft *draft,
            TlTable *table)
{
  const TlTableLayout *layout = tl_layout_get (tl_draft_get_table (draft));

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];

      if (field->type != TL_FIELD_LINK
          || !(field->flags & TL_FIELD_REQUIRED || g_str_equal (field->column, "risk")))
        continue;
      *table = field->target;
      return tl_draft_get_facts (draft, field->column);
    }
  return NULL;
}

/**
 * tl_edit_words_subtitle:
 * @draft: a draft
 *
 * Returns: (transfer full): whose row it is: what it hangs on, or its own ref and title; empty where there is neither yet
 */
char *
tl_edit_words_subtitle (TlDraft *draft)
{
  TlWorkbook *workbook = tl_draft_get_workbook (draft);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  TlTable table = tl_draft_get_table (draft);
  const TlFacts *row = find_owner (draft, &table);
  g_autofree char *title = NULL;

  if (row == NULL)
    {
      table = tl_draft_get_table (draft);
      row = tl_snapshot_find (snapshot, table, tl_draft_get_id (draft));
    }
  if (row == NULL)
    return g_strdup ("");
  title = tl_row_words_title (table, row);
  return g_strconcat (row->ref != NULL ? row->ref : "", row->ref != NULL ? " " : "", title, NULL);
}
