/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-timeline-plan.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlTimelineFilters:
 *
 * What of a timeline is to be shown: which sorts of things, verdicts and sources, with how many there are of each, at which
 * place and by whom.
 */
#define TL_TYPE_TIMELINE_FILTERS (tl_timeline_filters_get_type ())
G_DECLARE_FINAL_TYPE (TlTimelineFilters, tl_timeline_filters, TL, TIMELINE_FILTERS, GtkPopover)

void             tl_timeline_filters_show       (TlTimelineFilters      *self,
                                                 TlWorkbook             *workbook,
                                                 const TlTimelinePlan   *whole,
                                                 const TlTimelineFilter *filter);
TlTimelineFilter tl_timeline_filters_get_filter (TlTimelineFilters      *self);

/* The same in words. */

/**
 * TlTimelineCriterion:
 *
 * One of the things by which a timeline is filtered.
 */
typedef enum
{
  TL_TIMELINE_CRITERION_OUTCOMES,
  TL_TIMELINE_CRITERION_KINDS,
  TL_TIMELINE_CRITERION_VERDICTS,
  TL_TIMELINE_CRITERION_SOURCES,
  TL_TIMELINE_CRITERION_PLACE,
  TL_TIMELINE_CRITERION_PERSON,
} TlTimelineCriterion;

#define TL_TIMELINE_N_CRITERIA ((int) TL_TIMELINE_CRITERION_PERSON + 1)

const char      *tl_timeline_kind_get_label     (TlTimelineKind          kind);
gboolean         tl_timeline_criterion_take     (TlTimelineCriterion     criterion,
                                                 const TlTimelineFilter *filter,
                                                 TlTimelineFilter       *alone);
void             tl_timeline_criterion_clear    (TlTimelineCriterion     criterion,
                                                 TlTimelineFilter       *filter);
guint            tl_timeline_criterion_count    (TlTimelineCriterion     criterion,
                                                 const TlTimelineFilter *filter,
                                                 const TlTimelinePlan   *whole);
char            *tl_timeline_criterion_name     (TlTimelineCriterion     criterion,
                                                 const TlTimelineFilter *filter,
                                                 TlSnapshot             *snapshot);
char            *tl_timeline_criterion_describe (TlTimelineCriterion     criterion,
                                                 const TlTimelineFilter *filter,
                                                 TlSnapshot             *snapshot);

G_END_DECLS
