/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-run.h"

G_BEGIN_DECLS

/**
 * TlPracticeKeeper:
 *
 * Keeps the go in hand on this computer, as soon as anything of it changes.
 */
#define TL_TYPE_PRACTICE_KEEPER (tl_practice_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TlPracticeKeeper, tl_practice_keeper, TL, PRACTICE_KEEPER, GObject)

TlPracticeKeeper *tl_practice_keeper_new         (GFile                *folder,
                                                  TlPracticeRun        *run);
void              tl_practice_keeper_keep        (TlPracticeKeeper     *self);
gboolean          tl_practice_keeper_get_busy    (TlPracticeKeeper     *self);
const char       *tl_practice_keeper_get_problem (TlPracticeKeeper     *self);
void              tl_practice_keeper_wait_async  (TlPracticeKeeper     *self,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean          tl_practice_keeper_wait_finish (TlPracticeKeeper     *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
