/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/**
 * TlPartFunc:
 * @making: the report
 * @part: number of a part, from 0
 * @flow: what it is added to, which nothing else is
 *
 * Lays a part of a report out that stands beside the summaries, while other threads read what @making tells of, too.
 */
typedef void (*TlPartFunc) (const TlReportMaking *making,
                            guint                 part,
                            TlFlow               *flow);

/**
 * TlSummaries:
 *
 * The evidence summaries of all risks of a report, which are laid out by several threads at once, with the other parts
 * that take their time.
 */
typedef struct _TlSummaries TlSummaries;

TlSummaries *tl_summaries_new    (const TlReportMaking  *making,
                                  guint                  level,
                                  TlPartFunc             lay_out_part,
                                  guint                  n_parts);
gboolean     tl_summaries_finish (TlSummaries           *self,
                                  GError               **error);
void         tl_summaries_add    (TlSummaries           *self,
                                  guint                  risk,
                                  TlAnchor              *anchor);
void         tl_summaries_add_part (TlSummaries         *self,
                                    guint                part);
void         tl_summaries_free   (TlSummaries           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSummaries, tl_summaries_free)

G_END_DECLS
