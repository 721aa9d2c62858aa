/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-merge.h"

G_BEGIN_DECLS

/* Copies of one workbook, by name. They are files that are opened anew for whatever is done to them, as by people on
 * several desks; or they stay open in memory, which is a hundred times as fast, and are emptied and filled rather than
 * made. The same code of the store works on either. */

/* The clock begins here, in milliseconds since 1970. */
#define MERGE_COPIES_BEGINNING 1000000

typedef struct _MergeCopies MergeCopies;

MergeCopies *merge_copies_new    (const char   *folder);
void         merge_copies_free   (MergeCopies  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MergeCopies, merge_copies_free)
void         merge_copies_begin  (MergeCopies  *self,
                                  const char   *name,
                                  gboolean      as_files);
TlWriter    *merge_copies_open   (MergeCopies  *self,
                                  const char   *name,
                                  gint64        time);
void         merge_copies_fork   (MergeCopies  *self,
                                  const char   *from,
                                  const char   *to);
gboolean     merge_copies_merge  (MergeCopies  *self,
                                  const char   *ours,
                                  const char   *theirs,
                                  TlMerged     *merged,
                                  GError      **error);
char        *merge_copies_verify (MergeCopies  *self,
                                  const char   *name);

G_END_DECLS
