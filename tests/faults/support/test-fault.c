/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault.h"

#include <errno.h>
#include <string.h>

/* Workers make the calls and the test's own thread arms, so that all of it is behind one lock. */
static struct
{
  GMutex lock;
  char *folder;
  gsize length;
  GThread *owner;
  gboolean armed;
  TestFault fault;
  guint n_points;
  guint n_struck;
  guint n_own;
  const char *first;
  const char *file;
  GPtrArray *points;
} shared;

/* The database's calls end in the C library too, and are counted once. */
static _Thread_local guint depth;

void
test_fault_install (void)
{
  test_fault_memory_install ();
  test_fault_vfs_install ();
}

void
test_fault_set_folder (const char *folder)
{
  g_mutex_lock (&shared.lock);
  g_set_str (&shared.folder, folder);
  shared.length = strlen (folder);
  g_mutex_unlock (&shared.lock);
}

void
test_fault_arm (const TestFault *fault)
{
  g_mutex_lock (&shared.lock);
  g_assert (!shared.armed);
  shared.fault = *fault;
  shared.n_points = shared.n_struck = shared.n_own = 0;
  shared.first = shared.file = NULL;
  shared.owner = g_thread_self ();
  g_clear_pointer (&shared.points, g_ptr_array_unref);
  shared.points = g_ptr_array_new ();
  shared.armed = TRUE;
  g_mutex_unlock (&shared.lock);
}

void
test_fault_disarm (void)
{
  g_mutex_lock (&shared.lock);
  shared.armed = FALSE;
  g_mutex_unlock (&shared.lock);
}

/* What comes after it was disarmed reads without the lock: nothing is counted then. */
GPtrArray *
test_fault_list_points (void)
{
  return g_ptr_array_ref (shared.points);
}

guint
test_fault_count_points (void)
{
  return shared.n_points;
}

guint
test_fault_count_struck (void)
{
  return shared.n_struck;
}

const char *
test_fault_get_first (void)
{
  return shared.first;
}

guint
test_fault_count_own (void)
{
  return shared.n_own;
}

/* As in "write workbook.db-wal": names that are made at random are the same point each time. */
static const char *
describe (const char *call,
          const char *path)
{
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;
  const char *name = slash != NULL ? slash + 1 : path;
  g_autofree char *text = NULL;

  if (name == NULL)
    return call;
  if (g_str_has_prefix (name, ".goutputstream") || g_str_has_prefix (name, ".throughline"))
    name = "temporary file";
  else if (g_str_has_prefix (name, "note."))
    name = "note's temporary file";
  else if (strlen (name) == 6 && strchr (name, '.') == NULL && strcmp (name, "copies") != 0)
    name = "working copy";
  text = g_strdup_printf ("%s %s", call, name);
  return g_intern_string (text);
}

static gboolean
count (guint       kinds,
       const char *call,
       const char *path)
{
  const TestFault *fault = &shared.fault;

  shared.n_own += shared.owner == g_thread_self ();
  if ((kinds & fault->kind) == 0)
    return FALSE;
  shared.n_points++;
  if (fault->at == 0 || fault->layer != TEST_FAULT_MEMORY)
    g_ptr_array_add (shared.points, (gpointer) describe (call, path));
  if (fault->at == 0 || shared.n_points < fault->at)
    return FALSE;
  if (shared.n_points > fault->at
      && (!fault->for_good || (fault->one_file && g_strcmp0 (shared.file, path) != 0)))
    return FALSE;
  if (shared.n_struck++ == 0)
    {
      shared.first = describe (call, path);
      shared.file = g_intern_string (path);
    }
  return TRUE;
}

gboolean
test_fault_strikes (TestFaultLayer  layer,
                    guint           kinds,
                    const char     *call,
                    const char     *path)
{
  gboolean strikes;

  g_mutex_lock (&shared.lock);
  strikes = shared.armed && shared.fault.layer == layer && count (kinds, call, path);
  g_mutex_unlock (&shared.lock);
  if (strikes)
    errno = test_fault_get_errno ();
  return strikes;
}

TestFaultKind
test_fault_get_kind (void)
{
  return shared.fault.kind;
}

int
test_fault_get_errno (void)
{
  switch (shared.fault.kind)
    {
    case TEST_FAULT_FULL:
      return ENOSPC;
    case TEST_FAULT_FORBIDDEN:
      return EACCES;
    case TEST_FAULT_NO_MEMORY:
      return ENOMEM;
    case TEST_FAULT_BROKEN:
    case TEST_FAULT_SHORT:
    case TEST_FAULT_UNSYNCED:
    default:
      return EIO;
    }
}

/* Whether only points are listed. */
gboolean
test_fault_is_learning (void)
{
  return shared.armed && shared.fault.at == 0;
}

gboolean
test_fault_is_below (const char *path)
{
  return shared.folder != NULL && path != NULL && strncmp (path, shared.folder, shared.length) == 0
         && (path[shared.length] == '/' || path[shared.length] == '\0');
}

void
test_fault_enter (void)
{
  depth++;
}

void
test_fault_leave (void)
{
  depth--;
}

gboolean
test_fault_is_inside (void)
{
  return depth > 0;
}
