/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-file-check.h"

#include <glib/gstdio.h>

#include "tl-database-private.h"

/* How many of SQLite's steps pass between two looks at the cancellable. */
#define STEPS 10000
/* The bytes of the smallest page that SQLite knows. */
#define LEAST_PAGE 512

typedef struct
{
  const char *path;
  GCancellable *cancellable;
  /* Of whoever checks the pages: what is read of them meanwhile, and how often SQLite asks before it comes to the rows. */
  TlReadAhead **ahead;
  guint n_before;
  GError *error;
} Check;

/* SQLite goes through the pages first, each of which counts as a step, and only then through the rows: once it has asked
 * more often than the pages are a reason for, it is known that they fit together, and they may be read. */
static int
progress_cb (gpointer data)
{
  Check *self = data;

  if (self->n_before > 0)
    self->n_before--;
  else if (self->ahead != NULL && *self->ahead == NULL)
    *self->ahead = tl_read_ahead_new (self->path);
  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
check_values_and_links (Check *self)
{
  g_autoptr (TlDatabase) database = tl_database_open (self->path, TL_DATABASE_LOOK, &self->error);
  gboolean sound;

  if (database == NULL)
    return FALSE;
  sqlite3_progress_handler (tl_database_get_handle (database), STEPS, progress_cb, self);
  sound = tl_database_check_values (database, &self->error) && tl_database_check_links (database, &self->error);
  sqlite3_progress_handler (tl_database_get_handle (database), 0, NULL, NULL);
  return sound;
}

static gpointer
check_thread (gpointer data)
{
  return GINT_TO_POINTER (check_values_and_links (data));
}

/* There are at most so many. */
static guint
count_pages (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint) (status.st_size / LEAST_PAGE) : G_MAXUINT;
}

static gboolean
check_pages (Check       *self,
             TlDatabase  *database,
             GError     **error)
{
  gboolean sound;

  self->n_before = count_pages (self->path) / STEPS;
  sqlite3_progress_handler (tl_database_get_handle (database), STEPS, progress_cb, self);
  sound = tl_database_check_fit (database, error);
  sqlite3_progress_handler (tl_database_get_handle (database), 0, NULL, NULL);
  return sound;
}

/**
 * tl_file_check:
 * @path: path of a file on this computer that nobody writes
 * @ahead: (optional) (out) (nullable): what is read of it meanwhile, where that is worth a thread of its own; also when it
 *   turns out not to be sound
 * @document: (out): the document's id
 * @head: (out): its latest change
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error, whose message goes on after "… is damaged: "
 *
 * Checks the same as [method@Tl.Database.check] does when it is thorough, and that tables allow each value. Pages, and
 * values with links, are checked at the same time, and what they hold is read meanwhile: people wait for all three when
 * they open a large workbook.
 *
 * Returns: whether it is a workbook's
 */
gboolean
tl_file_check (const char    *path,
               TlReadAhead  **ahead,
               TlId          *document,
               TlDigest      *head,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (TlDatabase) database = tl_database_open (path, TL_DATABASE_LOOK, error);
  Check pages = { path, cancellable, ahead, 0, NULL }, rest = { path, cancellable, NULL, 0, NULL };
  gboolean sound, rest_sound;
  GThread *thread;
  gint64 time;

  if (database == NULL || !tl_database_check (database, FALSE, cancellable, error))
    return FALSE;
  thread = g_thread_try_new ("links", check_thread, &rest, NULL);
  sound = check_pages (&pages, database, error)
          && tl_database_read_document (database, document, error)
          && tl_database_read_head (database, head, &time, error);
  rest_sound = thread != NULL ? GPOINTER_TO_INT (g_thread_join (thread)) : sound && check_values_and_links (&rest);

  /* Where pages don't fit together, what their links say is of no use. */
  if (sound && !rest_sound)
    g_propagate_error (error, g_steal_pointer (&rest.error));
  g_clear_error (&rest.error);
  return sound && rest_sound;
}
