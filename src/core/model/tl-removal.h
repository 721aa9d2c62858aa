/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/**
 * TlRemoval:
 *
 * What the removal of a row would take with it, and the one change that it would be. Nothing is left that points to what
 * has gone: rows that mean nothing without it go too, and others no longer name it, except that who did something stays
 * known by name.
 */
typedef struct _TlRemoval TlRemoval;

TlRemoval *tl_removal_new          (TlSnapshot *snapshot,
                                    TlTable     table,
                                    const TlId *row);
void       tl_removal_free         (TlRemoval  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRemoval, tl_removal_free)

const char *tl_removal_get_title   (TlRemoval  *self);
gboolean   tl_removal_is_plain     (TlRemoval  *self);
guint      tl_removal_count_lost   (TlRemoval  *self,
                                    TlTable     table);
guint      tl_removal_count_naming (TlRemoval  *self,
                                    TlTable     table);
char      *tl_removal_say          (TlRemoval  *self);
TlChange  *tl_removal_make_change  (TlRemoval  *self);

void       tl_removal_plan_async   (TlSnapshot           *snapshot,
                                    TlTable               table,
                                    const TlId           *row,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
TlRemoval *tl_removal_plan_finish  (GAsyncResult         *result);

G_END_DECLS
