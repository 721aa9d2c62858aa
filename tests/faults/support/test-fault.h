/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calls that fail on purpose: those of the database to its files go through a VFS, those of saving, locking and noting
 * through this program's own versions of the C library's functions, and SQLite's memory through its methods. Each call
 * that a fault could strike is a point; it strikes at one of them, once or from then on. */

typedef enum
{
  TEST_FAULT_DATABASE,
  TEST_FAULT_FILES,
  TEST_FAULT_MEMORY,
} TestFaultLayer;

typedef enum
{
  /* The call fails; of what was to be written half is. */
  TEST_FAULT_BROKEN = 1 << 0,
  /* Nothing more fits on the disk. */
  TEST_FAULT_FULL = 1 << 1,
  /* Less is read than is there. */
  TEST_FAULT_SHORT = 1 << 2,
  /* What was written can't be brought to the disk. */
  TEST_FAULT_UNSYNCED = 1 << 3,
  /* It isn't allowed any more. */
  TEST_FAULT_FORBIDDEN = 1 << 4,
  TEST_FAULT_NO_MEMORY = 1 << 5,
} TestFaultKind;

/* Points are counted from 1; at 0 nothing fails. What begins once may go on for good, everywhere or in one file. */
typedef struct
{
  TestFaultLayer layer;
  TestFaultKind kind;
  guint at;
  gboolean for_good;
  gboolean one_file;
} TestFault;

/* Before the database is used for the first time. */
void        test_fault_install      (void);
/* Files outside this folder never fail. */
void        test_fault_set_folder   (const char       *folder);

void        test_fault_arm          (const TestFault  *fault);
void        test_fault_disarm       (void);
/* What there was since it was armed: points, each with its call and kind of file; calls that failed, and the first of
 * them; and calls that were made by the thread that armed it. */
GPtrArray  *test_fault_list_points  (void);
guint       test_fault_count_points (void);
guint       test_fault_count_struck (void);
const char *test_fault_get_first    (void);
guint       test_fault_count_own    (void);

/* For what makes calls fail: whether this one does, and as what. */
gboolean    test_fault_strikes      (TestFaultLayer    layer,
                                     guint             kinds,
                                     const char       *call,
                                     const char       *path);
TestFaultKind test_fault_get_kind   (void);
int         test_fault_get_errno    (void);
gboolean    test_fault_is_learning  (void);
gboolean    test_fault_is_below     (const char       *path);
void        test_fault_enter        (void);
void        test_fault_leave        (void);
gboolean    test_fault_is_inside    (void);

void        test_fault_vfs_install    (void);
void        test_fault_memory_install (void);

G_END_DECLS
