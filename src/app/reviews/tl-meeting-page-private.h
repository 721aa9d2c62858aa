/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-meeting-page.h"

#include "tl-agenda-row.h"
#include "tl-meeting-last.h"
#include "tl-meeting-rest.h"
#include "tl-meeting-risk.h"

G_BEGIN_DECLS

struct _TlMeetingPage
{
  AdwBin parent_instance;

  AdwOverlaySplitView *split;
  GtkLabel *forum_label;
  GtkLabel *day_label;
  GtkLabel *chair_label;
  GtkLabel *standing_label;
  GtkListBox *agenda;
  GtkButton *finish_button;
  GtkButton *correct_button;
  GtkStack *pages;
  TlMeetingLast *last_page;
  TlMeetingRisk *risk_page;
  TlMeetingRest *rest_page;
  GtkButton *agenda_button;
  GtkButton *back_button;
  AdwButtonContent *back_content;
  GtkLabel *kept_label;
  GtkLabel *next_label;
  GtkLabel *next_key_label;

  TlWorkbook *workbook;
  TlId review;
  /* Whether a finished review is being put right. */
  gboolean correcting;
  gboolean filling;
  gboolean projected;
  /* While it is being kept that an item was looked at. */
  gboolean going_on;
  /* Until it is said that something is being kept. */
  guint keeping;
  /* While the history is asked. */
  GCancellable *reading;
};

const TlReviewFacts *tl_meeting_page_find_review   (TlMeetingPage *self);
gboolean             tl_meeting_page_is_editable   (TlMeetingPage *self);
TlAgendaRow         *tl_meeting_page_get_row       (TlMeetingPage *self);
TlAgendaRow         *tl_meeting_page_find_next     (TlMeetingPage *self,
                                                    int            by);
void                 tl_meeting_page_go            (TlMeetingPage *self,
                                                    int            by);

/* The agenda. */
void                 tl_meeting_page_fill_agenda   (TlMeetingPage *self);

/* What the history says. */
void                 tl_meeting_page_read_trail    (TlMeetingPage *self);
void                 tl_meeting_page_stop_reading  (TlMeetingPage *self);

/* What can be done. */
void                 tl_meeting_page_bind_ways     (GtkWidgetClass *widget_class);
void                 tl_meeting_page_update_ways   (TlMeetingPage *self);
void                 tl_meeting_page_update_kept   (TlMeetingPage *self);

G_END_DECLS
