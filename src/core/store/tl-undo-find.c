/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-undo-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-erase-record.h"
#include "tl-statement.h"
#include "tl-store-error.h"

/* A change on the way back from the latest. */
typedef struct
{
  TlDigest id;
  gboolean own;
  char *kind;
} Step;

static gboolean
read_step (TlDatabase    *database,
           sqlite3_stmt  *statement,
           const TlId    *actor,
           Step          *step,
           gboolean      *more,
           GError       **error)
{
  TlId by;

  if (!tl_database_step (database, statement, more, error))
    return FALSE;
  if (!*more)
    return TRUE;
  step->own = tl_statement_get_id (statement, 1, &by) && tl_id_equal (&by, actor);
  g_free (step->kind);
  step->kind = tl_statement_get_text (statement, 2);
  if (tl_statement_get_digest (statement, 0, &step->id) && step->kind != NULL)
    return TRUE;
  sqlite3_reset (statement);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CORRUPT, _("A change in the history can’t be read."));
  return FALSE;
}

/* What each undo took back, for as long as a connection is open: a change never becomes another, and whoever takes back much
 * would have all that was taken back before read again at each step. */
static GHashTable *
get_targets (TlDatabase *database)
{
  sqlite3 *handle = tl_database_get_handle (database);
  GHashTable *targets = sqlite3_get_clientdata (handle, "undone");

  if (targets == NULL)
    {
      targets = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, g_free);
      /* Where there is no memory for it SQLite frees it at once. */
      if (sqlite3_set_clientdata (handle, "undone", targets, (void (*) (void *)) g_hash_table_unref) != SQLITE_OK)
        return NULL;
    }
  return targets;
}

static gboolean
find_target (TlDatabase      *database,
             const TlDigest  *undo,
             TlDigest        *target,
             gboolean        *found,
             GError         **error)
{
  GHashTable *targets = get_targets (database);
  const TlDigest *known = targets != NULL ? g_hash_table_lookup (targets, undo) : NULL;
  g_autoptr (TlChange) change = NULL;

  *found = known != NULL;
  if (known != NULL)
    {
      *target = *known;
      return TRUE;
    }
  change = tl_history_load (database, undo, error);
  if (change == NULL)
    return FALSE;
  *found = tl_undo_read_hex (tl_change_get_note (change, TL_NOTE_UNDOES), target);
  if (*found && targets != NULL)
    g_hash_table_insert (targets, g_memdup2 (undo, sizeof *undo), g_memdup2 (target, sizeof *target));
  return TRUE;
}

/* An undo that nobody has taken back makes its target one that has been. */
static gboolean
note_undo (TlDatabase    *database,
           GHashTable    *undone,
           const Step    *step,
           GError       **error)
{
  TlDigest target;
  gboolean found;

  if (!find_target (database, &step->id, &target, &found, error))
    return FALSE;
  if (found)
    g_hash_table_add (undone, g_memdup2 (&target, sizeof target));
  return TRUE;
}

/* Back from the latest change, so that what took back a change is met before the change. */
static gboolean
walk_back (TlDatabase    *database,
           sqlite3_stmt  *statement,
           const TlId    *actor,
           TlUndoFound   *found,
           Step          *step,
           GError       **error)
{
  g_autoptr (GHashTable) undone = g_hash_table_new_full (tl_digest_hash, tl_digest_same, g_free, NULL);
  gboolean more = TRUE, changed = FALSE;

  while (!found->can_undo)
    {
      if (!read_step (database, statement, actor, step, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      changed |= step->own && tl_undo_is_ordinary (step->kind);
      if (g_hash_table_contains (undone, &step->id))
        continue;
      if (tl_undo_is_undo (step->kind))
        {
          if (step->own && !changed && !found->can_redo && strcmp (step->kind, TL_CHANGE_KIND_UNDO) == 0)
            {
              found->can_redo = TRUE;
              found->redo = step->id;
            }
          if (!note_undo (database, undone, step, error))
            return FALSE;
        }
      else if (step->own && tl_undo_is_ordinary (step->kind))
        {
          found->can_undo = TRUE;
          found->undo = step->id;
        }
    }
  return TRUE;
}

/**
 * tl_undo_find:
 * @database: a connection
 * @actor: a person at a computer
 * @found: (out): what was found
 * @error: return location for an error
 *
 * Looks for what they would undo and redo. A new change of theirs ends what could be redone.
 *
 * Returns: whether the history could be read
 */
gboolean
tl_undo_find (TlDatabase   *database,
              const TlId   *actor,
              TlUndoFound  *found,
              GError      **error)
{
  sqlite3_stmt *statement =
    tl_database_prepare (database, "SELECT id, actor, kind FROM change ORDER BY time DESC, id DESC", error);
  Step step = { .kind = NULL };
  gboolean done;

  memset (found, 0, sizeof *found);
  if (statement == NULL)
    return FALSE;
  done = walk_back (database, statement, actor, found, &step, error);
  sqlite3_reset (statement);
  g_free (step.kind);
  return done;
}
