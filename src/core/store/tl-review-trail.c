/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-review-trail-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-body-lines.h"
#include "tl-change-body.h"
#include "tl-change-graph.h"
#include "tl-history-fields.h"
#include "tl-history-words.h"
#include "tl-recall.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* The tables whose rows belong to a review; the pairs of who was there are told apart by their own column. */
#define OF_REVIEW(table) { table, "SELECT id FROM " table " WHERE review = ?1" }

static const struct
{
  const char *table;
  const char *select;
} parts[] = {
  OF_REVIEW ("agenda_item"), OF_REVIEW ("challenge"), OF_REVIEW ("decision"),
  OF_REVIEW ("looked_at"),   OF_REVIEW ("pack_item"), OF_REVIEW ("review_person"),
};

/* What is looked for in bodies: lines of these rows, and of any row of these tables, by how they begin. */
typedef struct
{
  TlDatabase *database;
  TlChangeGraph *graph;
  const TlId *review;
  /* Rows that belong to the review, as "table:hexadecimal id". */
  GHashTable *rows;
  GCancellable *cancellable;
} Reading;

static char *
make_key (const char *table,
          const TlId *row)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (row, hex);
  return g_strdup_printf ("%s:%s", table, hex);
}

static gboolean
is_part (const char *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (table, parts[i].table) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A line of a row begins with ["table","hexadecimal id", */
static gboolean
is_wanted (const char *key,
           const char *table,
           gboolean    with_parts)
{
  const char *end = g_str_has_prefix (key, "[\"") ? strchr (key + 2, '"') : NULL;
  g_autofree char *name = end != NULL ? g_strndup (key + 2, (gsize) (end - key - 2)) : NULL;

  return name != NULL && (strcmp (name, table) == 0 || (with_parts && is_part (name)));
}

/* The lines of a change that may matter, as a change of their own; NULL on an error. */
static TlChange *
read_part (TlDatabase      *database,
           const TlDigest  *id,
           const char      *table,
           gboolean         with_parts,
           GError         **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT body FROM change WHERE id = ?1", error);
  g_autoptr (TlChange) change = tl_change_new ("part");
  g_autoptr (GBytes) compressed = NULL, body = NULL, lines = NULL;
  g_auto (TlBodyLines) walk = { NULL };
  GString *picked;
  gsize header = G_MAXSIZE;
  gboolean row;

  if (statement == NULL)
    return NULL;
  tl_statement_bind_digest (statement, 1, id);
  if (!tl_database_step (database, statement, &row, error))
    return NULL;
  compressed = row ? tl_statement_get_bytes (statement, 0) : NULL;
  sqlite3_reset (statement);
  body = compressed != NULL ? tl_change_body_decompress (compressed, error) : NULL;
  if (body == NULL)
    return NULL;

  picked = g_string_new (NULL);
  tl_body_lines_begin (&walk, body);
  while (tl_body_lines_next (&walk))
    {
      const char *text = g_bytes_get_data (body, NULL);

      if (walk.key->len == 0 || !is_wanted (walk.key->str, table, with_parts))
        continue;
      if (walk.is_new_row && walk.header_start != header)
        {
          header = walk.header_start;
          g_string_append_len (picked, text + header, (gssize) (walk.header_end - header));
        }
      g_string_append_len (picked, text + walk.start, (gssize) (walk.end - walk.start));
    }
  lines = g_string_free_to_bytes (picked);
  return tl_change_body_read_part (change, lines, error) ? g_steal_pointer (&change) : NULL;
}

/* ── The change that set a field ──────────────────────────────────────────── */

/* Found is the number of the latest change that set the field to something; -1 where the latest emptied it, or none did. */
static gboolean
find_setting (TlDatabase     *database,
              TlChangeGraph  *graph,
              const char     *table,
              const TlId     *row,
              const char     *column,
              int            *found,
              GCancellable   *cancellable,
              GError        **error)
{
  *found = -1;
  for (guint i = tl_change_graph_get_length (graph); i > 0; i--)
    {
      g_autoptr (TlChange) part = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      part = read_part (database, tl_change_graph_get_id (graph, i - 1), table, FALSE, error);
      if (part == NULL)
        return FALSE;
      for (guint j = 0; j < tl_change_get_n_edits (part); j++)
        {
          const TlEdit *edit = tl_change_get_edit (part, j);

          if (!tl_id_equal (&edit->row, row) || strcmp (edit->column, column) != 0)
            continue;
          if (edit->new_value.type != TL_VALUE_NULL)
            *found = (int) i - 1;
          return TRUE;
        }
    }
  return TRUE;
}

/**
 * tl_history_find_setting:
 * @database: a connection, in a transaction
 * @table: name of a table
 * @row: one of its rows
 * @column: one of its columns
 * @change: (out): the change that gave the field the value it has
 * @time: (out): when that was, in milliseconds since 1970, UTC
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, a %TL_STORE_ERROR_INVALID where the field is empty
 *
 * Returns: whether there is one
 */
gboolean
tl_history_find_setting (TlDatabase    *database,
                         const char    *table,
                         const TlId    *row,
                         const char    *column,
                         TlDigest      *change,
                         gint64        *time,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (TlChangeGraph) graph = tl_change_graph_new (database, error);
  int found;

  if (graph == NULL || !find_setting (database, graph, table, row, column, &found, cancellable, error))
    return FALSE;
  if (found < 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("The history doesn’t say when this was recorded."));
      return FALSE;
    }
  *change = *tl_change_graph_get_id (graph, (guint) found);
  *time = tl_change_graph_get_time (graph, (guint) found);
  return TRUE;
}

/* ── Which rows are the review's ──────────────────────────────────────────── */

static gboolean
add_rows (Reading     *self,
          gsize        part,
          GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, parts[part].select, error);
  gboolean more = TRUE;
  TlId row;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, self->review);
  while (more)
    {
      if (!tl_database_step (self->database, statement, &more, error))
        return FALSE;
      if (more && tl_statement_get_id (statement, 0, &row))
        g_hash_table_add (self->rows, make_key (parts[part].table, &row));
    }
  sqlite3_reset (statement);
  return TRUE;
}

/* Rows that were taken away since are the review's by what the history says of them. */
static gboolean
add_removed (Reading    *self,
             GPtrArray  *changes,
             GError    **error)
{
  g_autoptr (TlRecall) recall = tl_recall_new ();
  gboolean any = FALSE;

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < changes->len; i++)
        {
          TlChange *change = g_ptr_array_index (changes, i);

          for (guint j = 0; j < tl_change_get_n_edits (change); j++)
            {
              const TlEdit *edit = tl_change_get_edit (change, j);
              const TlValue *value;
              g_autofree char *key = NULL;

              if (strcmp (edit->column, TL_COLUMN_LIVE) != 0 || !is_part (edit->table))
                continue;
              key = make_key (edit->table, &edit->row);
              if (g_hash_table_contains (self->rows, key))
                continue;
              if (pass == 0)
                {
                  tl_recall_add (recall, edit->table, &edit->row);
                  any = TRUE;
                  continue;
                }
              value = g_hash_table_lookup (tl_recall_get (recall, edit->table, &edit->row), "review");
              if (value != NULL && value->type == TL_VALUE_BYTES && g_bytes_get_size (value->bytes) == sizeof (TlId)
                  && memcmp (g_bytes_get_data (value->bytes, NULL), self->review, sizeof (TlId)) == 0)
                g_hash_table_add (self->rows, g_steal_pointer (&key));
            }
        }
      if (pass == 0 && (!any || !tl_recall_run (recall, self->database, error)))
        return !any;
    }
  return TRUE;
}

/* ── Corrections ──────────────────────────────────────────────────────────── */

/* An answer is expected after the review, and so is whether it satisfies: that corrects nothing. */
static gboolean
is_answer (const TlEdit *edit)
{
  static const char * const columns[] = { "answer", "answered", "satisfied", "satisfied_on" };

  if (strcmp (edit->table, "challenge") != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (strcmp (edit->column, columns[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
belongs (Reading      *self,
         const TlEdit *edit)
{
  g_autofree char *key = make_key (edit->table, &edit->row);

  return g_hash_table_contains (self->rows, key);
}

static gboolean
wants_answer (const TlEdit *edit,
              gpointer      data)
{
  return is_answer (edit) && belongs (data, edit);
}

static gboolean
wants_correction (const TlEdit *edit,
                  gpointer      data)
{
  return !is_answer (edit) && belongs (data, edit);
}

static gboolean
touches (Reading  *self,
         TlChange *change)
{
  for (guint i = 0; i < tl_change_get_n_edits (change); i++)
    {
      if (belongs (self, tl_change_get_edit (change, i)))
        return TRUE;
    }
  return FALSE;
}

static void
correction_free (gpointer data)
{
  TlCorrection *correction = data;

  g_free (correction->when);
  g_free (correction->who);
  g_ptr_array_unref (correction->fields);
  g_ptr_array_unref (correction->answers);
  g_free (correction);
}

static gboolean
add_correction (Reading        *self,
                TlReviewTrail  *trail,
                guint           index,
                GError        **error)
{
  g_autoptr (TlChange) change = tl_history_load (self->database, tl_change_graph_get_id (self->graph, index), error);
  TlCorrection *correction;

  if (change == NULL)
    return FALSE;
  correction = g_new0 (TlCorrection, 1);
  correction->change = *tl_change_get_id (change);
  correction->time = tl_change_get_time (change);
  correction->when = tl_history_words_when (correction->time);
  correction->who = tl_change_get_actor (change) != NULL
                      ? tl_history_words_who (self->database, tl_change_get_actor (change)) : g_strdup ("");
  tl_history_remember_rows (self->database, change);
  correction->fields = tl_history_list_fields_if (self->database, change, wants_correction, self);
  correction->answers = tl_history_list_fields_if (self->database, change, wants_answer, self);
  tl_history_forget_rows ();
  if (correction->fields->len + correction->answers->len > 0)
    g_ptr_array_add (trail->corrections, correction);
  else
    correction_free (correction);
  return TRUE;
}

/* Whatever the change that sealed it had not seen. */
static gboolean
read_corrections (Reading        *self,
                  TlReviewTrail  *trail,
                  guint           seal,
                  GError        **error)
{
  g_autofree gboolean *seen = tl_change_graph_get_ancestry (self->graph, seal);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_change_unref);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_change_graph_get_length (self->graph); i++)
    {
      TlChange *part;

      if (seen[i])
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      part = read_part (self->database, tl_change_graph_get_id (self->graph, i), "review", TRUE, error);
      if (part == NULL)
        return FALSE;
      g_ptr_array_add (changes, part);
      g_array_append_val (indices, i);
    }
  if (!add_removed (self, changes, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      if (touches (self, g_ptr_array_index (changes, i))
          && !add_correction (self, trail, g_array_index (indices, guint, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_seal (Reading        *self,
           TlReviewTrail  *trail,
           guint           index,
           GError        **error)
{
  sqlite3_stmt *statement = tl_database_prepare (self->database, "SELECT actor FROM change WHERE id = ?1", error);
  gboolean row;
  TlId actor;

  if (statement == NULL)
    return FALSE;
  trail->seal = *tl_change_graph_get_id (self->graph, index);
  trail->time = tl_change_graph_get_time (self->graph, index);
  trail->when = tl_history_words_when (trail->time);
  tl_fingerprint_write (&trail->seal, trail->fingerprint);
  tl_statement_bind_digest (statement, 1, &trail->seal);
  if (!tl_database_step (self->database, statement, &row, error))
    return FALSE;
  row = row && tl_statement_get_id (statement, 0, &actor);
  sqlite3_reset (statement);
  trail->who = row ? tl_history_words_who (self->database, &actor) : g_strdup ("");
  return TRUE;
}

/**
 * tl_review_trail_read:
 * @database: a connection, in a transaction
 * @review: a review
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, a %TL_STORE_ERROR_INVALID where the review isn't finished
 *
 * Finds the change that finished a review, and what was changed in the review, its agenda, pack, looks, challenges and
 * decisions by changes that this one had not seen: later ones, and those that a merge brought. Nothing of it is stored.
 *
 * Returns: (transfer full) (nullable): the seal and the corrections
 */
TlReviewTrail *
tl_review_trail_read (TlDatabase    *database,
                      const TlId    *review,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (TlReviewTrail) trail = g_new0 (TlReviewTrail, 1);
  g_autoptr (TlChangeGraph) graph = tl_change_graph_new (database, error);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { database, graph, review, rows, cancellable };
  int seal;

  trail->corrections = g_ptr_array_new_with_free_func (correction_free);
  if (graph == NULL || !find_setting (database, graph, "review", review, "finished", &seal, cancellable, error))
    return NULL;
  if (seal < 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_INVALID, _("This review isn’t finished."));
      return NULL;
    }
  g_hash_table_add (rows, make_key ("review", review));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (!add_rows (&reading, i, error))
        return NULL;
    }
  if (!read_seal (&reading, trail, (guint) seal, error) || !read_corrections (&reading, trail, (guint) seal, error))
    return NULL;
  return g_steal_pointer (&trail);
}

/**
 * tl_review_trail_free:
 * @self: (transfer full): what the history says of a review
 *
 * Frees it.
 */
void
tl_review_trail_free (TlReviewTrail *self)
{
  g_free (self->when);
  g_free (self->who);
  g_ptr_array_unref (self->corrections);
  g_free (self);
}
