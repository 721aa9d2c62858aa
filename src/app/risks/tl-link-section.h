/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-risk.h"

G_BEGIN_DECLS

/**
 * TlLinkSection:
 *
 * One link of a risk's line: its mark and state; opened, what it rests on, what would make it sound, and the button that
 * does it.
 */
#define TL_TYPE_LINK_SECTION (tl_link_section_get_type ())
G_DECLARE_FINAL_TYPE (TlLinkSection, tl_link_section, TL, LINK_SECTION, GtkBox)

void     tl_link_section_show         (TlLinkSection *self,
                                       TlRisk        *risk,
                                       TlLineLink     link,
                                       gboolean       editable);
void     tl_link_section_fill         (TlLinkSection *self);
gboolean tl_link_section_get_expanded (TlLinkSection *self);
void     tl_link_section_set_expanded (TlLinkSection *self,
                                       gboolean       expanded);

G_END_DECLS
