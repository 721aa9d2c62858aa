/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook-attachments.h"

G_BEGIN_DECLS

/* What is done with an attached file outside the workbook: opened by another program, through the desktop's portal where
 * there is one, and saved wherever somebody says. */

void tl_attachment_open    (TlWorkbook              *workbook,
                            const TlAttachmentFacts *attachment,
                            GtkWidget               *from);
void tl_attachment_save_as (TlWorkbook              *workbook,
                            const TlAttachmentFacts *attachment,
                            GtkWidget               *from);
void tl_attachment_tell    (GtkWidget               *from,
                            const char              *heading,
                            const char              *body);

G_END_DECLS
