/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/* Running text. Markup is Pango's; names and sentences from a workbook must be escaped. */

void  tl_flow_add_paragraph (TlFlow      *flow,
                             TlPrintStyle  style,
                             const char  *markup);
void  tl_flow_add_heading   (TlFlow      *flow,
                             guint        level,
                             TlPrintStyle  style,
                             const char  *markup);
void  tl_flow_add_item      (TlFlow      *flow,
                             const char  *label,
                             const char  *markup);
void  tl_flow_add_marked    (TlFlow      *flow,
                             double       gap,
                             void       (*mark) (cairo_t  *cr,
                                                 double    x,
                                                 double    y,
                                                 gpointer  data),
                             gpointer     data,
                             TlPrintStyle  style,
                             const char  *markup);

G_END_DECLS
