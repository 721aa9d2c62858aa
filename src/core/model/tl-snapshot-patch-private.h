/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot-patch.h"
#include "tl-snapshot-private.h"

G_BEGIN_DECLS

/* Which column of its field one is: the only one, or one of the two that say who. */
typedef enum
{
  TL_COLUMN_WHOLE,
  TL_COLUMN_PERSON,
  TL_COLUMN_TEXT,
} TlColumnPart;

/* A row that comes into another row's list, or leaves it. */
typedef struct
{
  TlSnapshotPair pair;
  TlFacts *row;
  TlFacts *target;
  gboolean is_gone;
} PatchedPair;

/* A list whose rows, of a table, may be out of order. */
typedef struct
{
  TlFactsList *list;
  TlTable table;
} UnsortedList;

struct _TlSnapshotPatch
{
  TlSnapshot *snapshot;
  const TlChange *change;
  GArray *rows;
  GArray *pairs;
  GHashTable *by_facts;
  GArray *unsorted;
};

const TlField *tl_snapshot_patch_find_column (TlTable       table,
                                              const char   *column,
                                              TlColumnPart *part);

G_END_DECLS
