/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-adding.h"

#include <glib/gi18n.h>

#include "tl-edit-dialog.h"
#include "tl-row-words.h"

/* The names of rows that were added here, as long as nothing else knows them yet. */
#define NAMES_KEY "tl-added-names"

/**
 * tl_row_adding_get_table:
 * @row: a field that chooses rows
 *
 * Returns: the table that they are of
 */
TlTable
tl_row_adding_get_table (TlFieldRow *row)
{
  const TlField *field = tl_field_row_get_field (row);

  return field->type == TL_FIELD_WHO ? TL_TABLE_PERSON : field->target;
}

/**
 * tl_row_adding_get_flags:
 * @row: a field that chooses rows
 *
 * Returns: what its chooser offers besides them
 */
TlRowChooserFlags
tl_row_adding_get_flags (TlFieldRow *row)
{
  const TlField *field = tl_field_row_get_field (row);
  TlTable table = tl_row_adding_get_table (row);
  TlRowChooserFlags flags = TL_ROW_CHOOSER_PLAIN;

  if (!tl_field_row_is_needed (row) && field->type != TL_FIELD_LINKS)
    flags |= TL_ROW_CHOOSER_NONE;
  if (field->type == TL_FIELD_WHO)
    flags |= TL_ROW_CHOOSER_TEXT;
  if (table == TL_TABLE_PERSON || table == TL_TABLE_PLACE || table == TL_TABLE_FORUM)
    flags |= TL_ROW_CHOOSER_ADD;
  if (g_str_equal (field->column, "shift"))
    flags |= TL_ROW_CHOOSER_SHIFTS;
  if (g_str_equal (field->column, "staff_group"))
    flags |= TL_ROW_CHOOSER_STAFF_GROUPS;
  return flags;
}

static void
saved_cb (TlEditDialog *dialog,
          TlFieldRow   *row)
{
  TlDraft *added = tl_edit_dialog_get_draft (dialog);
  const TlField *field = tl_field_row_get_field (row);
  GHashTable *names = g_object_get_data (G_OBJECT (row), NAMES_KEY);

  if (names == NULL)
    {
      names = g_hash_table_new_full (tl_id_hash, tl_id_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (row), NAMES_KEY, names, (GDestroyNotify) g_hash_table_unref);
    }
  g_hash_table_replace (names, g_memdup2 (tl_draft_get_id (added), sizeof (TlId)),
                        g_strdup (tl_draft_get_text (added, "name")));
  if (field->type == TL_FIELD_LINKS)
    tl_draft_add_link (tl_field_row_get_draft (row), field->column, tl_draft_get_id (added));
  else
    tl_draft_set_link (tl_field_row_get_draft (row), field->column, tl_draft_get_id (added));
}

/**
 * tl_row_adding_begin:
 * @row: a field that chooses people, places or forums
 * @name: the name that the new one begins with
 *
 * Adds a person, place or forum, which then is chosen.
 */
void
tl_row_adding_begin (TlFieldRow *row,
                     const char *name)
{
  g_autoptr (TlDraft) draft = NULL;
  TlEditDialog *dialog;

  draft = tl_draft_new (tl_draft_get_workbook (tl_field_row_get_draft (row)), tl_row_adding_get_table (row));
  tl_draft_set_text (draft, "name", name);
  if (tl_row_adding_get_flags (row) & TL_ROW_CHOOSER_SHIFTS)
    tl_draft_set_word (draft, "kind", TL_PLACE_KIND_SHIFT);
  if (tl_row_adding_get_flags (row) & TL_ROW_CHOOSER_STAFF_GROUPS)
    tl_draft_set_word (draft, "kind", TL_PLACE_KIND_STAFF_GROUP);
  dialog = tl_edit_dialog_new (draft);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), row, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (row));
}

/**
 * tl_row_adding_name:
 * @row: a field that chooses rows
 * @id: the id of one of them
 *
 * Returns: (transfer full): what the row is called
 */
char *
tl_row_adding_name (TlFieldRow *row,
                    const TlId *id)
{
  TlWorkbook *workbook = tl_draft_get_workbook (tl_field_row_get_draft (row));
  TlTable table = tl_row_adding_get_table (row);
  const TlFacts *facts = tl_snapshot_find (tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook)), table, id);
  GHashTable *names = g_object_get_data (G_OBJECT (row), NAMES_KEY);
  const char *added = names != NULL ? g_hash_table_lookup (names, id) : NULL;
  g_autofree char *title = facts != NULL ? tl_row_words_title (table, facts) : NULL;

  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);
  if (facts != NULL)
    return tl_row_words_detail (table, facts);
  return g_strdup (added != NULL ? added : _("What isn’t there any more"));
}
