/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlAlike:
 *
 * Texts in groups, and which of them have significant words in common: an index that can follow single edits.
 */
typedef struct _TlAlike TlAlike;

/**
 * TlAlikeFunc:
 * @key: what is asked about
 * @other: what is like it
 * @data: what was given
 *
 * Called for each pair of texts that are alike.
 */
typedef void (*TlAlikeFunc) (gconstpointer key,
                             gconstpointer other,
                             gpointer      data);

TlAlike *tl_alike_new          (const char * const *texts,
                                guint               n,
                                double              least);
void     tl_alike_free         (TlAlike            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAlike, tl_alike_free)
void     tl_alike_add          (TlAlike            *self,
                                gconstpointer       group,
                                gconstpointer       key,
                                const char         *text,
                                TlAlikeFunc         function,
                                gpointer            data);
void     tl_alike_remove_group (TlAlike            *self,
                                gconstpointer       group);

G_END_DECLS
