/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/* What can be done with a row besides opening it. */

const char * const *tl_record_menu_get_actions (void);
void                tl_record_menu_give        (GtkMenuButton *button,
                                                TlTable        table,
                                                const char    *key,
                                                gboolean       edit);
void                tl_record_menu_do          (GtkWidget     *from,
                                                TlWorkbook    *workbook,
                                                TlTable        table,
                                                const TlId    *row,
                                                const char    *action);

G_END_DECLS
