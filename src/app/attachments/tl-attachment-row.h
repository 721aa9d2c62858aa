/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-facts.h"

G_BEGIN_DECLS

/**
 * TlAttachmentRow:
 *
 * A file that is attached to evidence: its name and size, opened by activating the row, with a button to save a copy and
 * one to remove it.
 */
#define TL_TYPE_ATTACHMENT_ROW (tl_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAttachmentRow, tl_attachment_row, TL, ATTACHMENT_ROW, GtkListBoxRow)

GtkWidget               *tl_attachment_row_new       (const TlAttachmentFacts *attachment);
const TlAttachmentFacts *tl_attachment_row_get_facts (TlAttachmentRow         *self);

G_END_DECLS
