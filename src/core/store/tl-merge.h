/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-writer.h"

G_BEGIN_DECLS

/**
 * TlMerged:
 * @n_received: how many changes came
 * @n_conflicts: how many fields both sides set differently, neither knowing of the other
 * @merged: whether a merge change was needed; not where one copy was merely older
 * @erased: whether something came to be erased for good, of which the file and its log still have traces
 * @head: the change that now stands for the present state
 * @time: its time
 * @shown: (nullable): all that has become different in the tables, as one change that isn't sealed; %NULL for nothing
 *
 * What a merge did.
 */
typedef struct
{
  guint n_received;
  guint n_conflicts;
  gboolean merged;
  gboolean erased;
  TlDigest head;
  gint64 time;
  TlChange *shown;
} TlMerged;

void      tl_merged_clear     (TlMerged        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlMerged, tl_merged_clear)

gboolean  tl_merge_take       (TlWriter        *writer,
                               TlDatabase      *theirs,
                               TlMerged        *merged,
                               GError         **error);
gboolean  tl_merge_run        (TlWriter        *writer,
                               const char      *path,
                               TlMerged        *merged,
                               GError         **error);
GBytes   *tl_merge_make_salt  (const TlDigest   parents[2]);

G_END_DECLS
