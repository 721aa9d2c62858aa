/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-file-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-attachment-name.h"
#include "tl-blob.h"
#include "tl-format.h"
#include "tl-history-edit-words.h"
#include "tl-history-words.h"

/* "audit.pdf (240 kB)" */
static char *
name_file (TlDatabase   *database,
           const TlEdit *live)
{
  const TlSchemaTable *table = tl_schema_find_table (TL_SCHEMA_ATTACHMENT);
  g_autoptr (GHashTable) values = tl_history_find_values (database, TL_SCHEMA_ATTACHMENT, &live->row, NULL);
  const TlValue *content = values != NULL ? g_hash_table_lookup (values, TL_ATTACHMENT_CONTENT) : NULL;
  g_autofree char *given = tl_history_words_row (database, table, &live->row), *name = tl_attachment_name_clean (given);
  g_autofree char *size = NULL;
  gint64 length = -1;

  if (content != NULL && content->type == TL_VALUE_BYTES && g_bytes_get_size (content->bytes) == sizeof (TlDigest))
    tl_blob_get_size (database, g_bytes_get_data (content->bytes, NULL), &length, NULL);
  if (length < 0)
    return g_steal_pointer (&name);
  size = tl_format_size (length);
  /* Translators: a file's name and size */
  return g_strdup_printf (_("%1$s (%2$s)"), name, size);
}

/* The evidence that a file is or was attached to. */
static char *
name_file_owner (TlDatabase   *database,
                 const TlEdit *live)
{
  g_autoptr (GHashTable) values = tl_history_find_values (database, TL_SCHEMA_ATTACHMENT, &live->row, NULL);
  const char *evidence = tl_layout_get (TL_TABLE_EVIDENCE)->name;
  const TlValue *owner = values != NULL ? g_hash_table_lookup (values, evidence) : NULL;
  TlId id;

  if (owner == NULL || !tl_value_get_id (owner, &id))
    return NULL;
  return tl_history_words_row (database, tl_schema_find_table (evidence), &id);
}

/**
 * tl_history_words_say_files:
 * @database: a connection
 * @change: a change of its history
 * @added: whether to tell of files that it attached, and not of those that it removed
 *
 * Returns: (transfer full) (nullable): what it did with files: "added the file audit.pdf (240 kB) to E1"; %NULL if that
 *   can't be told
 */
char *
tl_history_words_say_files (TlDatabase     *database,
                            const TlChange *change,
                            gboolean        added)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *owner = NULL, *list = NULL, *what = NULL;
  guint n;

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (!tl_history_edit_is_live (edit) || strcmp (edit->table, TL_SCHEMA_ATTACHMENT) != 0 || tl_history_edit_becomes_live (edit) != added)
        continue;
      if (owner == NULL)
        owner = name_file_owner (database, edit);
      g_ptr_array_add (files, name_file (database, edit));
    }
  if (files->len == 0 || owner == NULL)
    return NULL;
  n = files->len;
  g_ptr_array_add (files, NULL);
  list = tl_format_list ((const char * const *) files->pdata);
  what = g_strdup_printf (ngettext ("the file %s", "the files %s", n), list);
  /* Translators: one file or several, and the evidence to which they belong */
  return g_strdup_printf (added ? _("added %1$s to %2$s") : _("removed %1$s from %2$s"), what, owner);
}
