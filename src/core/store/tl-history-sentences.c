/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-history-sentences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-change-private.h"
#include "tl-erase-record.h"
#include "tl-format.h"
#include "tl-history-edit-words.h"
#include "tl-history-file-words.h"
#include "tl-history-reviews.h"
#include "tl-history-words.h"
#include "tl-restore.h"
#include "tl-row.h"
#include "tl-undo.h"

/* An import of a thousand rows is told of by its first. */
#define MOST_LINES 40
/* An undo of a redo of an undo: further back nobody can follow. */
#define DEPTH 3
/* How the kind of such a command ends, behind the table's name. */
#define REMOVAL ".remove"

/* Whether the edit fills in a row that the same change adds: those edits stand together, that of `_live` first. */
static gboolean
fills_new_row (const TlChange *change,
               guint           index)
{
  const TlEdit *edit = tl_change_get_edit (change, index);

  if (tl_history_edit_is_live (edit) || strcmp (edit->table, TL_SETTING_TABLE) == 0)
    return FALSE;
  for (guint i = index; i > 0; i--)
    {
      const TlEdit *before = tl_change_get_edit (change, i - 1);

      if (!tl_id_equal (&before->row, &edit->row) || strcmp (before->table, edit->table) != 0)
        return FALSE;
      if (tl_history_edit_is_live (before))
        return tl_history_edit_becomes_live (before) && before->old_value.type == TL_VALUE_NULL;
    }
  return FALSE;
}

/* What an erasure erased: fields, of rows that have gone too, and names of those who made changes. */
static GPtrArray *
list_erased (TlDatabase     *database,
             const TlChange *change,
             guint           most,
             guint          *n_left)
{
  g_autoptr (GPtrArray) fields = tl_erase_record_read_fields (change);
  g_autoptr (GArray) actors = tl_erase_record_read_actors (change);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  *n_left = fields->len + actors->len - MIN (fields->len + actors->len, most);
  for (guint i = 0; i < fields->len && lines->len < most; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (fields, i), ":", 3);
      const TlSchemaTable *table = g_strv_length (parts) == 3 ? tl_schema_find_table (parts[0]) : NULL;
      int column = table != NULL ? tl_schema_table_find_column (table, parts[2]) : -1;
      g_autofree char *place = NULL;
      TlId row;

      if (column < 0 || !tl_id_from_hex (parts[1], &row))
        continue;
      place = tl_history_words_name_field (database, table, &table->columns[column], &row);
      g_ptr_array_add (lines, g_strdup_printf (_("erased %s for good"), place));
    }
  for (guint i = 0; i < actors->len && lines->len < most; i++)
    g_ptr_array_add (lines, g_strdup (_("erased for good the name of somebody who made changes")));
  return lines;
}

/* The lines of a change; without @fields those of its new rows are left out. */
static GPtrArray *
list_lines (TlDatabase     *database,
            const TlChange *change,
            gboolean        fields,
            guint           most,
            guint          *n_left)
{
  GPtrArray *lines;

  if (strcmp (tl_change_get_kind (change), TL_CHANGE_KIND_ERASE) == 0)
    return list_erased (database, change, most, n_left);
  lines = g_ptr_array_new_with_free_func (g_free);
  *n_left = 0;
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      char *line;

      if (!fields && fills_new_row (change, i))
        continue;
      if (lines->len == most)
        {
          *n_left += 1;
          continue;
        }
      line = tl_history_words_say_edit (database, change, tl_change_get_edit (change, i));
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  return lines;
}

static const TlEdit *
find_edit (const TlChange *change,
           const char     *table,
           const TlId     *row,
           const char     *column)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (strcmp (edit->table, table) == 0 && strcmp (edit->column, column) == 0
          && (row == NULL || tl_id_equal (&edit->row, row)))
        return edit;
    }
  return NULL;
}

static char *
say_value (TlDatabase   *database,
           const TlEdit *edit)
{
  const TlSchemaTable *table = tl_schema_find_table (edit->table);
  int column = tl_schema_table_find_column (table, edit->column);

  return tl_history_words_value (database, &table->columns[column], &edit->new_value);
}

static char *
say_rename (TlDatabase     *database,
            const TlChange *change)
{
  const TlEdit *edit = find_edit (change, "risk", NULL, "title");
  const TlSchemaTable *table = tl_schema_find_table ("risk");
  g_autofree char *row = NULL, *before = NULL, *after = NULL;
  const TlSchemaColumn *title;

  if (edit == NULL || tl_change_get_n_edits (change) != 1)
    return NULL;
  title = &table->columns[tl_schema_table_find_column (table, "title")];
  row = tl_history_words_row (database, table, &edit->row);
  before = tl_history_words_value (database, title, &edit->old_value);
  after = tl_history_words_value (database, title, &edit->new_value);
  return g_strdup_printf (_("renamed %1$s from %2$s to %3$s"), row, before, after);
}

static char *
say_owner (TlDatabase     *database,
           const TlChange *change)
{
  const TlEdit *person = find_edit (change, "ownership", NULL, "person"), *risk, *from;
  g_autofree char *who = NULL, *what = NULL, *when = NULL;

  if (person == NULL)
    return NULL;
  risk = find_edit (change, "ownership", &person->row, "risk");
  from = find_edit (change, "ownership", &person->row, "from_date");
  if (risk == NULL || from == NULL)
    return NULL;
  who = say_value (database, person);
  what = say_value (database, risk);
  when = say_value (database, from);
  /* Translators: a person, a risk and a day */
  return g_strdup_printf (_("named %1$s accountable for %2$s from %3$s"), who, what, when);
}

static char *
say_import (TlDatabase     *database,
            const TlChange *change)
{
  guint n_added = 0, n_changed = 0;
  const TlId *last = NULL;

  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (last == NULL || !tl_id_equal (last, &edit->row))
        {
          if (tl_history_edit_becomes_live (edit))
            n_added++;
          else
            n_changed++;
        }
      last = &edit->row;
    }
  return g_strdup_printf (_("imported rows: %1$u added, %2$u changed"), n_added, n_changed);
}

static char *
say_plain (TlDatabase     *database,
           const TlChange *change)
{
  guint n_left;
  g_autoptr (GPtrArray) lines = list_lines (database, change, FALSE, 1, &n_left);
  const char *first = lines->len > 0 ? g_ptr_array_index (lines, 0) : _("changed nothing that is shown");

  if (n_left == 0)
    return g_strdup (first);
  return g_strdup_printf (ngettext ("%1$s, and %2$u more", "%1$s, and %2$u more", n_left), first, n_left);
}

/* A command that removes a row names it first, whatever went with it. */
static char *
say_removal (TlDatabase     *database,
             const TlChange *change,
             const char     *kind)
{
  g_autofree char *name = g_strndup (kind, strlen (kind) - strlen (REMOVAL));
  const TlSchemaTable *table = tl_schema_find_table (name);
  const TlEdit *removed = NULL;
  g_autofree char *first = NULL;
  guint n_others = 0;

  for (guint i = 0; table != NULL && i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);

      if (tl_history_edit_is_live (edit) && removed == NULL && strcmp (edit->table, name) == 0)
        removed = edit;
      else if (tl_history_edit_is_live (edit) && tl_history_says_edit (edit))
        n_others++;
    }
  if (removed == NULL)
    return NULL;
  first = tl_history_words_say_row (database, table, removed);
  if (n_others == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (ngettext ("%1$s, and %2$u more", "%1$s, and %2$u more", n_others), first, n_others);
}

/* What two people had changed differently, and somebody decided. */
static char *
say_settling (TlDatabase     *database,
              const TlChange *change)
{
  g_autofree char *what = say_plain (database, change);

  return g_strdup_printf (_("settled what two people had changed: %s"), what);
}

static char *
say_restore (TlDatabase     *database,
             const TlChange *change)
{
  g_autoptr (TlChange) target = tl_restore_load_target (database, change);
  g_autofree char *when = target != NULL ? tl_history_words_when (tl_change_get_time (target)) : NULL;

  /* Translators: %s is a moment, such as "3 December 2025 at 14:03" */
  return when != NULL ? g_strdup_printf (_("put everything back as it was on %s, from a backup"), when)
                      : g_strdup (_("put everything back from a backup"));
}

static char *say_change (TlDatabase     *database,
                         const TlChange *change,
                         guint           depth);

static char *
say_undo (TlDatabase     *database,
          const TlChange *change,
          gboolean        again,
          guint           depth)
{
  g_autoptr (TlChange) target = tl_undo_load_target (database, change, NULL);
  g_autoptr (TlChange) original = NULL;
  g_autofree char *what = NULL;

  if (target != NULL && again)
    original = tl_undo_load_target (database, target, NULL);
  if (target == NULL || depth == 0)
    return NULL;
  what = say_change (database, original != NULL ? original : target, depth - 1);
  return g_strdup_printf (again ? _("did again what had been taken back: %s") : _("took back: %s"), what);
}

static char *
say_change (TlDatabase     *database,
            const TlChange *change,
            guint           depth)
{
  const char *kind = tl_change_get_kind (change);
  char *what = NULL;

  if (tl_change_is_sealed (change) && tl_change_get_n_parents (change) == 2)
    return g_strdup (_("brought two copies of the workbook together"));
  if (strcmp (kind, TL_CHANGE_KIND_CREATE) == 0)
    return g_strdup (_("made the workbook"));
  if (strcmp (kind, TL_CHANGE_KIND_COPY) == 0)
    return g_strdup (_("made this workbook as a copy of another"));
  if (strcmp (kind, TL_CHANGE_KIND_IMPORT) == 0)
    return say_import (database, change);
  if (strcmp (kind, TL_CHANGE_KIND_RESTORE) == 0)
    return say_restore (database, change);

  if (strcmp (kind, TL_CHANGE_KIND_SETTLE) == 0)
    return say_settling (database, change);

  if (strcmp (kind, TL_CHANGE_KIND_UNDO) == 0)
    what = say_undo (database, change, FALSE, depth);
  else if (strcmp (kind, TL_CHANGE_KIND_REDO) == 0)
    what = say_undo (database, change, TRUE, depth);
  else if (strcmp (kind, "risk.rename") == 0)
    what = say_rename (database, change);
  else if (strcmp (kind, "risk.name-owner") == 0)
    what = say_owner (database, change);
  else if (g_str_has_suffix (kind, REMOVAL))
    what = say_removal (database, change, kind);
  else if (strcmp (kind, TL_CHANGE_KIND_ATTACH) == 0)
    what = tl_history_words_say_files (database, change, TRUE);
  else if (strcmp (kind, TL_CHANGE_KIND_DETACH) == 0)
    what = tl_history_words_say_files (database, change, FALSE);
  else
    what = tl_history_say_review (database, change);
  return what != NULL ? what : say_plain (database, change);
}

/**
 * tl_history_say_change:
 * @database: a connection
 * @change: a change of its history
 *
 * Returns: (transfer full): what it did, to be put behind a person's name
 */
char *
tl_history_say_change (TlDatabase     *database,
                       const TlChange *change)
{
  return say_change (database, change, DEPTH);
}

/**
 * tl_history_say_edits:
 * @database: a connection
 * @change: a change of its history
 *
 * Returns: (transfer full): what it did, field by field; of a very long change the beginning
 */
GStrv
tl_history_say_edits (TlDatabase     *database,
                      const TlChange *change)
{
  guint n_left;
  g_autoptr (GPtrArray) lines = list_lines (database, change, TRUE, MOST_LINES, &n_left);

  if (n_left > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more field", "and %u more fields", n_left), n_left));
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_steal (lines, NULL);
}
