/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/**
 * TlSummaries:
 *
 * The evidence summaries of all risks of a report, which are laid out by several threads at once.
 */
typedef struct _TlSummaries TlSummaries;

TlSummaries *tl_summaries_new    (const TlReportMaking  *making,
                                  guint                  level);
gboolean     tl_summaries_finish (TlSummaries           *self,
                                  GError               **error);
void         tl_summaries_add    (TlSummaries           *self,
                                  guint                  risk,
                                  TlAnchor              *anchor);
void         tl_summaries_free   (TlSummaries           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSummaries, tl_summaries_free)

G_END_DECLS
