/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-mapping-private.h"
#include "tl-foreign-memory.h"

G_BEGIN_DECLS

/**
 * TlForeignKept:
 *
 * A sheet as it was understood, by its headings in one way of writing.
 */
typedef struct
{
  TlForeignKind kind;
  gboolean split;
  guint n_columns;
  char **headings;
  TlForeignField *fields;
} TlForeignKept;

struct _TlForeignMemory
{
  GPtrArray *sheets;
  GPtrArray *meanings;
};

char   **tl_foreign_memory_fold            (const TlForeignLayout *layout);
double   tl_foreign_memory_compare         (const TlForeignKept *kept,
                                            char            **folded);
gboolean tl_foreign_memory_recall          (TlForeignMemory  *self,
                                            TlForeignLayout  *layout);
gboolean tl_foreign_memory_find_like       (TlForeignMemory  *self,
                                            const TlForeignLayout *layout,
                                            TlForeignKind    *kind);
void     tl_foreign_memory_recall_some     (TlForeignMemory  *self,
                                            TlForeignLayout  *layout);
void     tl_foreign_memory_recall_meanings (TlForeignMemory  *self,
                                            TlForeignMapping *mapping);

G_END_DECLS
