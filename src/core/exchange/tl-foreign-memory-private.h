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

/**
 * TlForeignWho:
 * @document: the id of the workbook that has the row
 * @word: the digest of a word
 * @row: the digest of the row's name or ref
 *
 * Which row of a workbook a word meant.
 */
typedef struct
{
  TlId document;
  char *word;
  char *row;
} TlForeignWho;

struct _TlForeignMemory
{
  GPtrArray *sheets;
  GPtrArray *meanings;
  GPtrArray *who;
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

GPtrArray *tl_foreign_memory_begin_who     (void);
char    *tl_foreign_memory_digest          (const TlId       *document,
                                            const char       *of,
                                            const char       *text);
gboolean tl_foreign_memory_names_row       (TlForeignField    field);
void     tl_foreign_memory_add_who         (TlForeignMemory  *self,
                                            const TlId       *document,
                                            const char       *word,
                                            const char       *row);
void     tl_foreign_memory_keep_who        (TlForeignMemory  *self,
                                            const TlId       *document,
                                            const TlForeignMeaning *meaning);
GHashTable *tl_foreign_memory_recall_who   (TlForeignMemory  *self,
                                            TlSnapshot       *existing);

G_END_DECLS
