/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlAttachmentList:
 *
 * The files that are attached to a piece of evidence, and what can be done with them.
 */
#define TL_TYPE_ATTACHMENT_LIST (tl_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (TlAttachmentList, tl_attachment_list, TL, ATTACHMENT_LIST, GtkBox)

void     tl_attachment_list_set_evidence (TlAttachmentList      *self,
                                          TlWorkbook            *workbook,
                                          const TlEvidenceFacts *evidence);
gboolean tl_attachment_list_get_can_add  (TlAttachmentList      *self);
void     tl_attachment_list_add          (TlAttachmentList      *self,
                                          GPtrArray             *files);

G_END_DECLS
