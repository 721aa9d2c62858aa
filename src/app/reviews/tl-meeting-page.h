/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlMeetingPage:
 *
 * A review as it is held: its agenda, and one item of it at a time. One key says that an item was looked at, that it goes
 * on unless something else was decided, and goes to the next.
 */
#define TL_TYPE_MEETING_PAGE (tl_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingPage, tl_meeting_page, TL, MEETING_PAGE, AdwBin)

gboolean    tl_meeting_page_show       (TlMeetingPage *self,
                                        TlWorkbook    *workbook,
                                        const TlId    *review);
void        tl_meeting_page_project    (TlMeetingPage *self,
                                        gboolean       projected);
gboolean    tl_meeting_page_refresh    (TlMeetingPage *self);
void        tl_meeting_page_leave      (TlMeetingPage *self);
GtkWidget  *tl_meeting_page_get_typing (TlMeetingPage *self);
const TlId *tl_meeting_page_get_review (TlMeetingPage *self);
void        tl_meeting_page_begin      (TlMeetingPage *self);
void        tl_meeting_page_go_to_risk (TlMeetingPage *self,
                                        const TlId    *risk);

G_END_DECLS
