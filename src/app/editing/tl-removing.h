/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

void tl_editing_remove (GtkWidget  *from,
                        TlWorkbook *workbook,
                        TlTable     table,
                        const TlId *row);
void tl_editing_end    (GtkWidget  *from,
                        TlWorkbook *workbook,
                        TlTable     table,
                        const TlId *row);
gboolean tl_editing_can_end (TlTable table);

G_END_DECLS
