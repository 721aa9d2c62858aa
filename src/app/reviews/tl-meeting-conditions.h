/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMeetingConditions:
 *
 * The conditions on which a risk may close, each met or not and why; one that isn't has a button that leads there.
 */
#define TL_TYPE_MEETING_CONDITIONS (tl_meeting_conditions_get_type ())
G_DECLARE_FINAL_TYPE (TlMeetingConditions, tl_meeting_conditions, TL, MEETING_CONDITIONS, GtkBox)

void tl_meeting_conditions_show (TlMeetingConditions *self,
                                 GPtrArray           *conditions,
                                 gboolean             editable);

G_END_DECLS
