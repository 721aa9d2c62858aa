/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/* Erasing an attached file for good, which nobody can take back; removing it can be taken back. */

void tl_attachment_erase (TlWorkbook              *workbook,
                          const TlAttachmentFacts *attachment,
                          GtkWidget               *from);

G_END_DECLS
