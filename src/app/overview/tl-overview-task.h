/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-due.h"
#include "tl-since.h"

G_BEGIN_DECLS

/**
 * TlOverviewAnswer:
 * @due: (element-type TlDueItem): what is due
 * @since: what changed since the last provider review
 *
 * What takes longer than a frame to find out.
 */
typedef struct
{
  GPtrArray *due;
  TlSince *since;
} TlOverviewAnswer;

void              tl_overview_answer_free (TlOverviewAnswer     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOverviewAnswer, tl_overview_answer_free)

void              tl_overview_ask_async   (TlAssessment         *assessment,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TlOverviewAnswer *tl_overview_ask_finish  (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
