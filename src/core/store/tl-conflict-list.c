/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflict-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-history-words.h"
#include "tl-row.h"
#include "tl-statement.h"
#include "tl-store-error.h"
#include "tl-undo.h"
#include "tl-write-set.h"

/* A field that two sides set differently, which may have been set since. */
typedef struct
{
  const TlSchemaTable *table;
  TlId row;
  int column;
  guint merge;
  guint sides[2];
  gboolean settled;
} Candidate;

typedef struct
{
  TlDatabase *database;
  TlChangeGraph *graph;
  GArray *candidates;
  /* Of each field, and of each row's existence, the candidates that a later change may settle. */
  GHashTable *by_field;
  /* Of each change, whether it has been taken back, and what it took back: -1 for nothing. */
  gboolean *taken_back;
  int *targets;
} Listing;

static void
clear_listing (Listing *self)
{
  g_clear_pointer (&self->targets, g_free);
  g_clear_pointer (&self->taken_back, g_free);
  g_clear_pointer (&self->by_field, g_hash_table_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->graph, tl_change_graph_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, clear_listing)

static gboolean
find_change (Listing      *self,
             sqlite3_stmt *statement,
             int           column,
             guint        *index)
{
  TlDigest id;
  int found = tl_statement_get_digest (statement, column, &id) ? tl_change_graph_find (self->graph, &id) : -1;

  *index = (guint) found;
  return found >= 0;
}

static gboolean
read_candidate (Listing      *self,
                sqlite3_stmt *statement)
{
  g_autofree char *table = tl_statement_get_text (statement, 1);
  g_autofree char *column = tl_statement_get_text (statement, 3);
  Candidate found = { .table = table != NULL ? tl_schema_find_table (table) : NULL, .column = TL_WRITE_LIVE };

  if (found.table == NULL || column == NULL || !tl_statement_get_id (statement, 2, &found.row)
      || !find_change (self, statement, 0, &found.merge) || !find_change (self, statement, 4, &found.sides[0])
      || !find_change (self, statement, 5, &found.sides[1]))
    return FALSE;
  if (strcmp (column, TL_COLUMN_LIVE) != 0)
    {
      found.column = tl_schema_table_find_column (found.table, column);
      if (found.column < 0)
        return FALSE;
    }
  g_array_append_val (self->candidates, found);
  return TRUE;
}

static gboolean
read_candidates (Listing  *self,
                 GError  **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (self->database, "SELECT merge, table_name, row, column_name, first, second FROM conflict "
                                         "ORDER BY table_name, row, column_name, merge", error);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (more && self->graph == NULL)
        self->graph = tl_change_graph_new (self->database, error);
      if (more && (self->graph == NULL || !read_candidate (self, statement)))
        {
          sqlite3_reset (statement);
          if (self->graph != NULL)
            g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("What was found when two copies were merged "
                                                                          "can’t be read."));
          return FALSE;
        }
    }
  return TRUE;
}

static void
watch (Listing         *self,
       const Candidate *candidate,
       int              column,
       guint            index)
{
  TlWrite *key = g_new0 (TlWrite, 1);
  GArray *list;

  key->table = candidate->table;
  key->row = candidate->row;
  key->column = column;
  list = g_hash_table_lookup (self->by_field, key);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_field, key, list);
    }
  else
    g_free (key);
  g_array_append_val (list, index);
}

static guint
watch_all (Listing *self)
{
  guint first = G_MAXUINT;

  self->by_field = g_hash_table_new_full (tl_write_hash, tl_write_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      watch (self, candidate, candidate->column, i);
      if (candidate->column != TL_WRITE_LIVE)
        watch (self, candidate, TL_WRITE_LIVE, i);
      first = MIN (first, candidate->merge);
    }
  return first;
}

/* What has been taken back is as if it hadn't been done, unless the taking back has been taken back itself. */
static gboolean
follow_undo (Listing  *self,
             guint     first,
             GError  **error)
{
  guint n = tl_change_graph_get_length (self->graph);

  self->taken_back = g_new0 (gboolean, n);
  self->targets = g_new (int, n);
  for (guint i = n; i > first; i--)
    {
      const TlChange *change = tl_change_graph_load (self->graph, i - 1, error);
      TlDigest target;

      if (change == NULL)
        return FALSE;
      self->targets[i - 1] = -1;
      if (tl_undo_get_target (change, &target))
        self->targets[i - 1] = tl_change_graph_find (self->graph, &target);
      if (self->targets[i - 1] >= 0 && !self->taken_back[i - 1])
        self->taken_back[self->targets[i - 1]] = TRUE;
    }
  return TRUE;
}

static gboolean
knows (Listing   *self,
       guint      change,
       guint      merge,
       gboolean **known)
{
  if (change <= merge)
    return FALSE;
  if (*known == NULL)
    *known = tl_change_graph_get_ancestry (self->graph, change);
  return (*known)[merge];
}

/* Whether a change took back a decision: then the decision counts for nothing, and its being taken back for no other. */
static gboolean
reopens (Listing *self,
         guint    change,
         guint    merge,
         guint    first)
{
  g_autofree gboolean *known = NULL;
  int root = (int) change;

  while (root >= (int) first && self->targets[root] >= 0)
    root = self->targets[root];
  return root != (int) change && knows (self, (guint) root, merge, &known);
}

/* A change settles what it sets, and all of a row that it removes; but only where it knew of both sides, and as long as
 * nobody takes it back. */
static void
settle (Listing      *self,
        guint         change,
        const TlEdit *edit,
        guint         first,
        gboolean    **known)
{
  TlWrite key = { .table = tl_schema_find_table (edit->table), .row = edit->row, .column = TL_WRITE_LIVE };
  gboolean goes = edit->new_value.type == TL_VALUE_INTEGER && edit->new_value.integer == 0;
  const GArray *list;

  if (key.table != NULL && strcmp (edit->column, TL_COLUMN_LIVE) != 0)
    key.column = tl_schema_table_find_column (key.table, edit->column);
  list = g_hash_table_lookup (self->by_field, &key);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      Candidate *candidate = &g_array_index (self->candidates, Candidate, g_array_index (list, guint, i));

      if (!candidate->settled && (candidate->column == key.column || goes)
          && knows (self, change, candidate->merge, known) && !reopens (self, change, candidate->merge, first))
        candidate->settled = TRUE;
    }
}

static gboolean
settle_all (Listing  *self,
            GError  **error)
{
  guint first = watch_all (self), parents[2];

  if (!follow_undo (self, first, error))
    return FALSE;
  for (guint i = first; i < tl_change_graph_get_length (self->graph); i++)
    {
      g_autofree gboolean *known = NULL;
      const TlChange *change;

      /* A merge is nobody's decision. */
      if (self->taken_back[i] || tl_change_graph_get_parents (self->graph, i, parents) > 1)
        continue;
      change = tl_change_graph_load (self->graph, i, error);
      if (change == NULL)
        return FALSE;
      for (guint j = 0; j < tl_change_get_n_edits (change); j++)
        settle (self, i, tl_change_get_edit (change, j), first, &known);
    }
  return TRUE;
}

/* Whoever edited a row took it to be there. */
static void
take_value (const Candidate *candidate,
            const TlChange  *change,
            TlValue         *value)
{
  if (candidate->column == TL_WRITE_LIVE)
    tl_value_set_integer (value, TRUE);
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      const TlEdit *edit = tl_change_get_edit (change, i);
      const char *column =
        candidate->column == TL_WRITE_LIVE ? TL_COLUMN_LIVE : candidate->table->columns[candidate->column].name;

      if (tl_id_equal (&edit->row, &candidate->row) && strcmp (edit->column, column) == 0
          && strcmp (edit->table, candidate->table->name) == 0)
        tl_value_copy (&edit->new_value, value);
    }
}

static gboolean
tell_side (Listing          *self,
           const Candidate  *candidate,
           guint             index,
           TlConflictSide   *side,
           GError          **error)
{
  const TlChange *change = tl_change_graph_load (self->graph, index, error);
  const TlId *actor;

  if (change == NULL)
    return FALSE;
  side->change = *tl_change_graph_get_id (self->graph, index);
  side->time = tl_change_get_time (change);
  take_value (candidate, change, &side->value);
  actor = tl_change_get_actor (change);
  if (actor != NULL)
    side->actor = *actor;
  side->who = actor != NULL ? tl_history_words_who (self->database, actor) : NULL;
  side->when = tl_history_words_when (side->time);
  if (candidate->column == TL_WRITE_LIVE)
    side->words = g_strdup (side->value.integer == 0 ? _("Removed") : _("Kept"));
  else
    side->words = tl_history_words_whole (self->database, &candidate->table->columns[candidate->column], &side->value);
  return TRUE;
}

/* What the workbook says now. */
static gboolean
read_now (Listing          *self,
          const Candidate  *candidate,
          TlConflict       *conflict,
          GError          **error)
{
  g_autoptr (TlRow) row = tl_row_load (self->database, candidate->table, &candidate->row, error);

  if (row == NULL)
    return FALSE;
  if (candidate->column == TL_WRITE_LIVE)
    tl_value_set_integer (&conflict->now, row->exists);
  else if (row->exists)
    tl_value_copy (&row->values[candidate->column], &conflict->now);
  return TRUE;
}

static char *
say_side (Listing              *self,
          const Candidate      *candidate,
          const TlConflictSide *side)
{
  const char *when = side->when;
  const char *who = side->who != NULL ? side->who : _("an earlier merge");
  g_autofree char *value = NULL;

  if (candidate->column == TL_WRITE_LIVE)
    return g_strdup_printf (side->value.integer == 0 ? _("removed by %s on %s") : _("edited by %s on %s"), who, when);
  value = tl_history_words_value (self->database, &candidate->table->columns[candidate->column], &side->value);
  /* Translators: a value, a person, and a moment */
  return g_strdup_printf (_("%s by %s on %s"), value, who, when);
}

static char *
say_place (Listing         *self,
           const Candidate *candidate)
{
  const TlSchemaTable *table = candidate->table;
  const char *sheet = table->sheet != NULL ? _(table->sheet) : table->name;
  const TlSchemaColumn *column = candidate->column != TL_WRITE_LIVE ? &table->columns[candidate->column] : NULL;
  g_autofree char *row = tl_history_words_row (self->database, table, &candidate->row);

  if (column == NULL)
    /* Translators: one of a sheet's rows, and the sheet */
    return g_strdup_printf (_("%1$s in %2$s"), row, sheet);
  /* Translators: a column, and one of a sheet's rows */
  return g_strdup_printf (C_("history", "%1$s of %2$s"),
                          column->heading != NULL ? _(column->heading) : column->name, row);
}

static char *
say (Listing          *self,
     const Candidate  *candidate,
     const TlConflict *conflict)
{
  const TlSchemaTable *table = candidate->table;
  const char *sheet = table->sheet != NULL ? _(table->sheet) : table->name;
  const char *heading = candidate->column != TL_WRITE_LIVE ? table->columns[candidate->column].heading : NULL;
  g_autofree char *row = tl_history_words_row (self->database, table, &candidate->row);
  g_autofree char *first = say_side (self, candidate, &conflict->sides[0]);
  g_autofree char *second = say_side (self, candidate, &conflict->sides[1]);

  if (candidate->column == TL_WRITE_LIVE)
    /* Translators: a sheet, one of its rows, and what two people did */
    return g_strdup_printf (_("%s, %s: %s, and %s"), sheet, row, first, second);
  /* Translators: a sheet, one of its rows, a column, and what two people set it to */
  return g_strdup_printf (_("%s, %s, “%s”: %s, and %s"), sheet, row, heading != NULL ? _(heading) : conflict->column,
                          first, second);
}

static TlConflict *
tell (Listing          *self,
      const Candidate  *candidate,
      GError          **error)
{
  g_autoptr (TlConflict) conflict = g_new0 (TlConflict, 1);

  conflict->merge = *tl_change_graph_get_id (self->graph, candidate->merge);
  conflict->table = candidate->table->name;
  conflict->row = candidate->row;
  conflict->column =
    candidate->column == TL_WRITE_LIVE ? TL_COLUMN_LIVE : candidate->table->columns[candidate->column].name;
  for (guint i = 0; i < G_N_ELEMENTS (conflict->sides); i++)
    {
      if (!tell_side (self, candidate, candidate->sides[i], &conflict->sides[i], error))
        return NULL;
    }
  if (!read_now (self, candidate, conflict, error))
    return NULL;
  conflict->place = say_place (self, candidate);
  conflict->sentence = say (self, candidate, conflict);
  return g_steal_pointer (&conflict);
}

/**
 * tl_conflict_list:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlConflict): what two people set differently and nobody has settled,
 *   by table, row and column
 */
GPtrArray *
tl_conflict_list (TlDatabase  *database,
                  GError     **error)
{
  g_auto (Listing) self = { .database = database };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_conflict_free);

  self.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  if (!read_candidates (&self, error) || (self.candidates->len > 0 && !settle_all (&self, error)))
    return NULL;
  for (guint i = 0; i < self.candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self.candidates, Candidate, i);
      TlConflict *conflict;

      if (candidate->settled)
        continue;
      conflict = tell (&self, candidate, error);
      if (conflict == NULL)
        return NULL;
      g_ptr_array_add (list, conflict);
    }
  return g_steal_pointer (&list);
}
