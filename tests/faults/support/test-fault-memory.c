/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fault.h"

#include <sqlite3.h>

/* SQLite's memory, some of which can't be had. Its small reserve for each connection is switched off, so that each
 * allocation is one here. */

static sqlite3_mem_methods real;

static gpointer
allocate (int size)
{
  return test_fault_strikes (TEST_FAULT_MEMORY, TEST_FAULT_NO_MEMORY, "allocate", NULL) ? NULL : real.xMalloc (size);
}

static gpointer
reallocate (gpointer memory,
            int      size)
{
  return test_fault_strikes (TEST_FAULT_MEMORY, TEST_FAULT_NO_MEMORY, "reallocate", NULL) ? NULL
         : real.xRealloc (memory, size);
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
