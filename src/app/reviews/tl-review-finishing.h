/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

void tl_review_finishing_ask (GtkWidget  *from,
                              TlWorkbook *workbook,
                              const TlId *review);

G_END_DECLS
