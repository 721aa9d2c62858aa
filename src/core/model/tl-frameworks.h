/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-framework.h"

G_BEGIN_DECLS

/**
 * TlCrossing:
 * @TL_CROSSING_UNKNOWN: no crosswalk speaks of it
 * @TL_CROSSING_NONE: the other framework has nothing like it
 * @TL_CROSSING_PART: the other framework has part of it
 * @TL_CROSSING_SAME: the other framework has the same
 *
 * How a statement of one framework is found in another.
 */
typedef enum
{
  TL_CROSSING_UNKNOWN,
  TL_CROSSING_NONE,
  TL_CROSSING_PART,
  TL_CROSSING_SAME,
} TlCrossing;

/**
 * TlFrameworks:
 *
 * The frameworks, the regulations, and the crosswalks between frameworks that are installed. It never changes.
 */
typedef struct _TlFrameworks TlFrameworks;

TlFrameworks      *tl_frameworks_load        (GFile                *folder,
                                              GCancellable         *cancellable,
                                              GError              **error);
TlFrameworks      *tl_frameworks_load_installed (GCancellable      *cancellable,
                                              GError              **error);
TlFrameworks      *tl_frameworks_ref         (TlFrameworks         *self);
void               tl_frameworks_unref       (TlFrameworks         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrameworks, tl_frameworks_unref)

void               tl_frameworks_get_async   (GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
TlFrameworks      *tl_frameworks_get_finish  (GAsyncResult         *result,
                                              GError              **error);

guint              tl_frameworks_get_n       (const TlFrameworks   *self);
const TlFramework *tl_frameworks_get         (const TlFrameworks   *self,
                                              guint                 index);
const TlFramework *tl_frameworks_find        (const TlFrameworks   *self,
                                              const char           *title);
const TlFrameworkEntry *
                   tl_frameworks_find_regulation (const TlFrameworks *self,
                                              const char           *code);
TlCrossing         tl_frameworks_cross       (const TlFrameworks   *self,
                                              const TlFramework    *from,
                                              const char           *code,
                                              const TlFramework    *to,
                                              GPtrArray            *entries);

G_END_DECLS
