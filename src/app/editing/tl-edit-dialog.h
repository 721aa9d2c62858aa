/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft.h"

G_BEGIN_DECLS

/**
 * TlEditDialog:
 *
 * Edits a draft: Enter or Ctrl+Return keeps it, Esc leaves without a trace. What is wrong is said at its field, the first
 * of which gets the keyboard, and nothing that was typed is lost. What was kept can be undone from the window's toast.
 *
 * The fields come from `ui/editing/TABLE.ui`, a [class@Tl.EditForm] with the id `form`.
 */
#define TL_TYPE_EDIT_DIALOG (tl_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlEditDialog, tl_edit_dialog, TL, EDIT_DIALOG, AdwDialog)

gboolean      tl_edit_dialog_has_form  (TlTable       table);
TlEditDialog *tl_edit_dialog_new       (TlDraft      *draft);
TlDraft      *tl_edit_dialog_get_draft (TlEditDialog *self);
void          tl_edit_dialog_begin_at  (TlEditDialog *self,
                                        const char   *column);
GtkWidget    *tl_edit_dialog_find_row  (TlEditDialog *self,
                                        const char   *column);

G_END_DECLS
