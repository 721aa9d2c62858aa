/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPrivacyNote:
 *
 * A warning under a field in which something looks like an NHS number. It is seen only then, and hinders nothing.
 */
#define TL_TYPE_PRIVACY_NOTE (tl_privacy_note_get_type ())
G_DECLARE_FINAL_TYPE (TlPrivacyNote, tl_privacy_note, TL, PRIVACY_NOTE, GtkBox)

GtkWidget *tl_privacy_note_new       (GtkWidget     *field);
void       tl_privacy_note_set_field (TlPrivacyNote *self,
                                      GtkWidget     *field);

G_END_DECLS
