/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-draft.h"
#include "tl-removing.h"

G_BEGIN_DECLS

/* How anything in the window lets a row be added, edited or removed. A button of a view calls one of these and does
 * nothing else: what is kept reaches the view as every change does.
 *
 * A kind of row is edited in a form, `ui/editing/TABLE.ui`, made of the field widgets of this folder. To give a table a
 * form, write that file, name it in the resources, and the dialog, its checks, undo and the tests that walk every form
 * follow. What may be in a field is said by tl-layout.c and, across fields, by tl-draft-rules.c; words are in
 * tl-row-words.c; what a new row begins with in tl-draft-usual.c. */

void tl_editing_new     (GtkWidget  *from,
                         TlWorkbook *workbook,
                         TlTable     table,
                         ...) G_GNUC_NULL_TERMINATED;
void tl_editing_open    (GtkWidget  *from,
                         TlWorkbook *workbook,
                         TlTable     table,
                         const TlId *row);
void tl_editing_present (GtkWidget  *from,
                         TlDraft    *draft);
void tl_editing_present_at (GtkWidget  *from,
                            TlDraft    *draft,
                            const char *column);

G_END_DECLS
