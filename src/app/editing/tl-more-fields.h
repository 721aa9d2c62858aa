/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlMoreFields:
 *
 * The fields of a form that stand one step away: a button, and beneath it what it shows.
 */
#define TL_TYPE_MORE_FIELDS (tl_more_fields_get_type ())
G_DECLARE_FINAL_TYPE (TlMoreFields, tl_more_fields, TL, MORE_FIELDS, GtkBox)

void tl_more_fields_set_expanded (TlMoreFields *self,
                                  gboolean      expanded);

G_END_DECLS
