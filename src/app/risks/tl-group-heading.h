/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlGroupHeading:
 *
 * The heading of a group of rows: its name and how many risks it has, read aloud as one sentence.
 */
#define TL_TYPE_GROUP_HEADING (tl_group_heading_get_type ())
G_DECLARE_FINAL_TYPE (TlGroupHeading, tl_group_heading, TL, GROUP_HEADING, GtkBox)

void tl_group_heading_set_name  (TlGroupHeading *self,
                                 const char     *name);
void tl_group_heading_set_count (TlGroupHeading *self,
                                 guint           count);

G_END_DECLS
