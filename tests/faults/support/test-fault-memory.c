/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault.h"

#include <execinfo.h>
#include <sqlite3.h>

/* How far back a way is followed. */
#define DEPTH 9

/* SQLite's memory, some of which can't be had. Its small reserve for each connection is switched off, so that each
 * allocation is one here. */

static sqlite3_mem_methods real;

/* Allocations are alike if they are asked for from the same place by the same way. */
static const char *
find_site (const char *call)
{
  gpointer frames[DEPTH];
  g_autoptr (GString) site = NULL;
  int n;

  if (!test_fault_is_learning ())
    return call;
  n = backtrace (frames, DEPTH);
  site = g_string_new (call);
  for (int i = 0; i < n; i++)
    g_string_append_printf (site, " %p", frames[i]);
  return g_intern_string (site->str);
}

static gboolean
strikes (const char *call)
{
  return test_fault_strikes (TEST_FAULT_MEMORY, TEST_FAULT_NO_MEMORY, find_site (call), NULL);
}

static gpointer
allocate (int size)
{
  return strikes ("allocate") ? NULL : real.xMalloc (size);
}

static gpointer
reallocate (gpointer memory,
            int      size)
{
  return strikes ("reallocate") ? NULL : real.xRealloc (memory, size);
}

void
test_fault_memory_install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  methods = real;
  methods.xMalloc = allocate;
  methods.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}
