/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlTitleField:
 *
 * A title that is changed where it stands. Enter hands what was typed over by the signal `committed`, Esc leaves without
 * a trace; what was refused stays in the field with the reason beneath it.
 */
#define TL_TYPE_TITLE_FIELD (tl_title_field_get_type ())
G_DECLARE_FINAL_TYPE (TlTitleField, tl_title_field, TL, TITLE_FIELD, AdwBin)

void        tl_title_field_set_title    (TlTitleField *self,
                                         const char   *title);
void        tl_title_field_set_editable (TlTitleField *self,
                                         gboolean      editable);
void        tl_title_field_begin        (TlTitleField *self);
void        tl_title_field_end          (TlTitleField *self);
void        tl_title_field_refuse       (TlTitleField *self,
                                         const char   *reason);
gboolean    tl_title_field_is_editing   (TlTitleField *self);

G_END_DECLS
