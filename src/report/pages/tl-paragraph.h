/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-flow.h"

G_BEGIN_DECLS

/* Running text. Markup is Pango's; names and sentences from a workbook must be escaped. */

/**
 * TlLeadMark:
 * @draw: draws it; the left edge and the middle of the first line are given
 * @data: (nullable): for @draw; must outlive the flow
 * @gap: how far the text is from the left edge
 *
 * A mark before a text, which must say the same in words.
 */
typedef struct
{
  void (*draw) (TlCanvas      *canvas,
                double         x,
                double         y,
                gconstpointer  data);
  gconstpointer data;
  double gap;
} TlLeadMark;

void  tl_flow_add_paragraph (TlFlow           *flow,
                             TlPrintStyle      style,
                             const char       *markup);
void  tl_flow_add_marked    (TlFlow           *flow,
                             TlPrintStyle      style,
                             const char       *markup,
                             const TlLeadMark *mark);
void  tl_flow_add_heading   (TlFlow           *flow,
                             guint             level,
                             TlPrintStyle      style,
                             const char       *markup,
                             const TlLeadMark *mark);
void  tl_flow_add_item      (TlFlow           *flow,
                             const char       *label,
                             const char       *markup);
void  tl_flow_add_marked_item (TlFlow         *flow,
                             TlPrintStyle      style,
                             const char       *markup,
                             const TlLeadMark *mark);

G_END_DECLS
