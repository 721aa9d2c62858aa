/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-draft.h"

G_BEGIN_DECLS

/**
 * TlEditForm:
 *
 * The fields of a dialog, from a .ui file named as the table: what the dialog is called for a row that is there and for a
 * new one, and [class@Tl.FieldRow]s in groups.
 */
#define TL_TYPE_EDIT_FORM (tl_edit_form_get_type ())
G_DECLARE_FINAL_TYPE (TlEditForm, tl_edit_form, TL, EDIT_FORM, GtkBox)

const char *tl_edit_form_get_title (TlEditForm *self,
                                    gboolean    is_new);
GPtrArray  *tl_edit_form_list_rows (TlEditForm *self);
void        tl_edit_form_set_draft (TlEditForm *self,
                                    TlDraft    *draft);

G_END_DECLS
