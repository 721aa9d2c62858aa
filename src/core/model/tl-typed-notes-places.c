/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-typed-notes-private.h"

#include "tl-draft-private.h"

/* Where something was typed that isn't kept. */

/**
 * tl_typed_notes_list_new:
 * @self: the notes
 * @workbook: the workbook that they are of
 * @table: a table
 * @review: a review
 * @risk: a risk
 *
 * Returns: (transfer full) (element-type TlDraft): the drafts of rows that aren't in the workbook yet
 */
GPtrArray *
tl_typed_notes_list_new (TlTypedNotes *self,
                         TlWorkbook   *workbook,
                         TlTable       table,
                         const TlId   *review,
                         const TlId   *risk)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      TlTable of_table;
      TlDraft *draft;
      TlId row;

      if (!tl_typed_notes_read_group (groups[i], &of_table, &row) || of_table != table || !tl_typed_notes_is_about (self, groups[i], review, risk)
          || tl_snapshot_find (snapshot, table, &row) != NULL)
        continue;
      draft = tl_draft_new (workbook, table);
      tl_draft_become (draft, &row);
      tl_typed_notes_recall (self, draft);
      g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

/**
 * tl_typed_notes_has:
 * @self: the notes
 * @review: a review
 * @risk: a risk
 *
 * Returns: whether anything was typed in the review on the risk that isn't kept
 */
gboolean
tl_typed_notes_has (TlTypedNotes *self,
                    const TlId   *review,
                    const TlId   *risk)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (tl_typed_notes_is_about (self, groups[i], review, risk))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_typed_notes_find_place:
 * @self: the notes
 * @review: (out): the review in which something was typed
 * @risk: (out): the risk on which it was, none where it was on the review as a whole
 *
 * Returns: whether anything was typed that isn't kept
 */
gboolean
tl_typed_notes_find_place (TlTypedNotes *self,
                           TlId         *review,
                           TlId         *risk)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

  *risk = (TlId) { 0 };
  for (guint i = 0; groups[i] != NULL; i++)
    {
      TlTable table;
      TlId row;

      if (!tl_typed_notes_read_group (groups[i], &table, &row))
        continue;
      *review = row;
      if (table == TL_TABLE_REVIEW || (tl_typed_notes_read_link (self, groups[i], "review", review)
                                       && tl_typed_notes_read_link (self, groups[i], "risk", risk)))
        return TRUE;
    }
  return FALSE;
}

/* A field of a person or a text is two columns. */
static gboolean
erase_field (const TlErasure *erasure,
             const char      *table,
             const TlId      *row,
             const char      *column,
             TlValue         *value)
{
  g_autofree char *as_text = g_strconcat (column, "_text", NULL);

  return tl_erasure_erase (erasure, table, row, column, value) || tl_erasure_erase (erasure, table, row, as_text, value);
}

/**
 * tl_typed_notes_erase:
 * @self: the notes
 * @erasure: what is erased for good
 *
 * Erases it from what was typed in the same fields, too.
 */
void
tl_typed_notes_erase (TlTypedNotes    *self,
                      const TlErasure *erasure)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
  gboolean erased = FALSE;
  TlTable table;
  TlId row;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_key_file_get_keys (self->keys, groups[i], NULL, NULL);

      for (guint j = 0; tl_typed_notes_read_group (groups[i], &table, &row) && columns != NULL && columns[j] != NULL; j++)
        {
          g_autofree char *text = g_key_file_get_string (self->keys, groups[i], columns[j], NULL);
          g_auto (TlValue) value = TL_VALUE_INIT;

          if (text == NULL || *text == '\0')
            continue;
          tl_value_set_text (&value, text);
          if (!erase_field (erasure, tl_layout_get (table)->name, &row, columns[j], &value))
            continue;
          g_key_file_set_string (self->keys, groups[i], columns[j], value.type == TL_VALUE_TEXT ? value.text : "");
          erased = TRUE;
        }
    }
  if (erased)
    tl_typed_notes_write (self);
}
