/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"
#include "tl-schema.h"

G_BEGIN_DECLS

/**
 * TlErasure:
 *
 * What is to be erased for good: texts of fields, with all that they ever were, and names of people who made changes.
 */
typedef struct _TlErasure TlErasure;

#define TL_TYPE_ERASURE (tl_erasure_get_type ())
GType      tl_erasure_get_type    (void);
TlErasure *tl_erasure_new         (void);
TlErasure *tl_erasure_ref         (TlErasure            *self);
void       tl_erasure_unref       (TlErasure            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlErasure, tl_erasure_unref)

gboolean   tl_erasure_add_field   (TlErasure            *self,
                                   const char           *table,
                                   const TlId           *row,
                                   const char           *column);
gboolean   tl_erasure_add_earlier (TlErasure            *self,
                                   const char           *table,
                                   const TlId           *row,
                                   const char           *column,
                                   const char           *kept);
gboolean   tl_erasure_add_part    (TlErasure            *self,
                                   const char           *table,
                                   const TlId           *row,
                                   const char           *column,
                                   const char           *part);
void       tl_erasure_add_actor   (TlErasure            *self,
                                   const TlId           *actor);

/**
 * TlEraseProgress:
 * @fraction: from 0 to 1
 * @data: the data that was given along
 *
 * Hears how far it is.
 */
typedef void (*TlEraseProgress) (double   fraction,
                                 gpointer data);

/* For the store. */
GArray    *tl_erasure_get_actors  (const TlErasure      *self);
GPtrArray *tl_erasure_list_fields (const TlErasure      *self);
gboolean   tl_erasure_has_row     (const TlErasure      *self,
                                   const char           *key,
                                   gsize                 length);
gboolean   tl_erasure_erase       (const TlErasure      *self,
                                   const char           *table,
                                   const TlId           *row,
                                   const char           *column,
                                   TlValue              *value);

G_END_DECLS
