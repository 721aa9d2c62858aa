/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-removal-private.h"

#include <glib/gi18n-lib.h>

#include "tl-format.h"
#include "tl-row-words.h"

#define MOST_NAMED 5

static void
lose (TlRemoval     *self,
      TlTable        table,
      const TlFacts *row)
{
  TlRemovalGone gone = { table, row };

  if (!g_hash_table_add (self->is_gone, (gpointer) row))
    return;
  g_array_append_val (self->gone, gone);
  self->lost[table]++;
}

/* A row that must name another, or is told from others by what it names, says something else without it: a reading of a
 * place isn't one of the whole provider, and a finding answered for one risk isn't answered for all. */
static gboolean
means_nothing_without (TlTable        table,
                       const TlField *field)
{
  return field->type == TL_FIELD_LINK
         && ((field->flags & (TL_FIELD_REQUIRED | TL_FIELD_KEY)) != 0 || table == TL_TABLE_ANSWERED_FINDING);
}

static gboolean
names (const TlFacts *row,
       const TlField *field,
       const TlFacts *target)
{
  const TlFactsList *list;

  switch ((int) field->type)
    {
    case TL_FIELD_LINK:
      return TL_REMOVAL_FACT (TlFacts *, row, field) == target;
    case TL_FIELD_WHO:
      return (const TlFacts *) TL_REMOVAL_FACT (TlWho, row, field).person == target;
    case TL_FIELD_LINKS:
      list = &TL_REMOVAL_FACT (TlFactsList, row, field);
      for (guint i = 0; i < list->n; i++)
        {
          if (list->rows[i] == target)
            return TRUE;
        }
      return FALSE;
    default:
      return FALSE;
    }
}

static void
look_at_field (TlRemoval     *self,
               TlTable        table,
               const TlField *field,
               const TlFacts *target)
{
  for (guint i = 0; i < tl_snapshot_count (self->snapshot, table); i++)
    {
      const TlFacts *row = tl_snapshot_get (self->snapshot, table, i);
      TlRemovalNaming naming = { table, row, field, target };

      if (!names (row, field, target))
        continue;
      if (means_nothing_without (table, field))
        lose (self, table, row);
      else
        g_array_append_val (self->naming, naming);
    }
}

/* Everything that names a row. */
static void
look_for_users (TlRemoval           *self,
                const TlRemovalGone *gone)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < layout->n_fields; i++)
        {
          const TlField *field = &layout->fields[i];

          if (field->target == gone->table || (field->type == TL_FIELD_WHO && gone->table == TL_TABLE_PERSON))
            look_at_field (self, table, field, gone->row);
        }
    }
}

/* Of rows that only name it, those that go anyhow don't count, and each counts once. */
static void
count_naming (TlRemoval *self)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);

  for (guint i = self->naming->len; i > 0; i--)
    {
      const TlRemovalNaming *naming = &g_array_index (self->naming, TlRemovalNaming, i - 1);

      if (g_hash_table_contains (self->is_gone, naming->row))
        g_array_remove_index (self->naming, i - 1);
      else if (g_hash_table_add (counted, (gpointer) naming->row))
        self->named[naming->table]++;
    }
}

/**
 * tl_removal_new:
 * @snapshot: a workbook's facts
 * @table: a table
 * @row: the id of one of its rows
 *
 * Works out what the removal of a row would take with it. It looks at every row that could name it, which for a place in
 * a large workbook takes a while: see [func@Tl.removal_plan_async].
 *
 * Returns: (transfer full) (nullable): the removal, %NULL when the row isn't there
 */
TlRemoval *
tl_removal_new (TlSnapshot *snapshot,
                TlTable     table,
                const TlId *row)
{
  const TlFacts *facts = tl_snapshot_find (snapshot, table, row);
  TlRemoval *self;

  if (facts == NULL)
    return NULL;
  self = g_new0 (TlRemoval, 1);
  self->snapshot = tl_snapshot_ref (snapshot);
  self->table = table;
  self->title = tl_row_words_title (table, facts);
  self->gone = g_array_new (FALSE, FALSE, sizeof (TlRemovalGone));
  self->is_gone = g_hash_table_new (NULL, NULL);
  self->naming = g_array_new (FALSE, FALSE, sizeof (TlRemovalNaming));
  lose (self, table, facts);
  for (guint i = 0; i < self->gone->len; i++)
    {
      TlRemovalGone gone = g_array_index (self->gone, TlRemovalGone, i);

      look_for_users (self, &gone);
    }
  self->lost[table]--;
  count_naming (self);
  return self;
}

/**
 * tl_removal_free:
 * @self: (transfer full): a removal
 *
 * Frees it.
 */
void
tl_removal_free (TlRemoval *self)
{
  g_array_unref (self->gone);
  g_hash_table_unref (self->is_gone);
  g_array_unref (self->naming);
  g_free (self->title);
  tl_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tl_removal_get_title:
 * @self: a removal
 *
 * Returns: (transfer none): what the row is called
 */
const char *
tl_removal_get_title (TlRemoval *self)
{
  return self->title;
}

/**
 * tl_removal_is_plain:
 * @self: a removal
 *
 * Returns: whether nothing else has to do with the row
 */
gboolean
tl_removal_is_plain (TlRemoval *self)
{
  return self->gone->len == 1 && self->naming->len == 0;
}

/**
 * tl_removal_count_lost:
 * @self: a removal
 * @table: a table
 *
 * Returns: how many of the table's rows would go with it
 */
guint
tl_removal_count_lost (TlRemoval *self,
                       TlTable    table)
{
  return self->lost[table];
}

/**
 * tl_removal_count_naming:
 * @self: a removal
 * @table: a table
 *
 * Returns: how many of the table's rows would stay but no longer name it
 */
guint
tl_removal_count_naming (TlRemoval *self,
                         TlTable    table)
{
  return self->named[table];
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      counts)
{
  guint count_a = ((const guint *) counts)[*(const TlTable *) a], count_b = ((const guint *) counts)[*(const TlTable *) b];

  return (count_a < count_b) - (count_a > count_b);
}

/* The kinds of which there are most, by name, and of the rest how many there are. */
static char *
list_counts (const guint *counts)
{
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (TlTable));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_others = 0;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      if (counts[table] > 0)
        g_array_append_val (tables, table);
    }
  g_array_sort_with_data (tables, compare_counts, (gpointer) counts);
  for (guint i = 0; i < tables->len; i++)
    {
      TlTable table = g_array_index (tables, TlTable, i);

      if (i < MOST_NAMED)
        g_strv_builder_take (builder, tl_row_words_count (table, counts[table]));
      else
        n_others += counts[table];
    }
  if (n_others > 0)
    g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_others), n_others));
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? tl_format_list ((const char * const *) parts) : NULL;
}

/**
 * tl_removal_say:
 * @self: a removal
 *
 * Returns: (transfer full): what would be lost, as sentences; empty when nothing else would
 */
char *
tl_removal_say (TlRemoval *self)
{
  g_autofree char *lost = list_counts (self->lost), *named = list_counts (self->named);
  g_autoptr (GString) text = g_string_new (NULL);

  if (lost != NULL)
    /* Translators: %s is a list of what would be lost, such as "3 actions and 1 rating" */
    g_string_append_printf (text, _("This would be lost with it: %s."), lost);
  if (lost != NULL && named != NULL)
    g_string_append_c (text, ' ');
  if (named != NULL && self->table == TL_TABLE_PERSON)
    /* Translators: %s is a list of what names a person, such as "3 actions and 1 rating" */
    g_string_append_printf (text, _("This names them, and would keep at most the name: %s."), named);
  else if (named != NULL)
    /* Translators: %s is a list of what names something, such as "3 actions and 1 rating" */
    g_string_append_printf (text, _("This would stay, but no longer name it: %s."), named);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* ── Elsewhere ────────────────────────────────────────────────────────────── */

typedef struct
{
  TlSnapshot *snapshot;
  TlTable table;
  TlId row;
} Question;

static void
question_free (Question *question)
{
  tl_snapshot_unref (question->snapshot);
  g_free (question);
}

static void
plan_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Question *question = task_data;

  g_task_return_pointer (task, tl_removal_new (question->snapshot, question->table, &question->row),
                         (GDestroyNotify) tl_removal_free);
}

/**
 * tl_removal_plan_async:
 * @snapshot: a workbook's facts
 * @table: a table
 * @row: the id of one of its rows
 * @cancellable: (nullable): to cancel
 * @callback: called when it is worked out
 * @user_data: for @callback
 *
 * Works out what the removal of a row would take with it, away from this thread.
 */
void
tl_removal_plan_async (TlSnapshot          *snapshot,
                       TlTable              table,
                       const TlId          *row,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->snapshot = tl_snapshot_ref (snapshot);
  question->table = table;
  question->row = *row;
  g_task_set_source_tag (task, tl_removal_plan_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, plan_thread);
}

/**
 * tl_removal_plan_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the removal, %NULL when the row isn't there or it was cancelled
 */
TlRemoval *
tl_removal_plan_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
