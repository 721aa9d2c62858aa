/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-id-source.h"
#include "tl-kept-copy.h"

G_BEGIN_DECLS

/**
 * TlApplication:
 *
 * The desktop application: one window a workbook.
 */
#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (TlApplication, tl_application, TL, APPLICATION, AdwApplication)

TlApplication *tl_application_new           (void);
TlApplication *tl_application_get           (void);
GSettings     *tl_application_get_settings  (TlApplication *self);
TlIdSource    *tl_application_get_ids       (TlApplication *self);
GFile         *tl_application_find_sample   (TlApplication *self);
gboolean       tl_application_is_sample     (TlApplication *self,
                                             GFile         *file);
void           tl_application_open_file     (TlApplication *self,
                                             GFile         *file);
void           tl_application_open_copy     (TlApplication *self,
                                             GFile         *file);

void           tl_application_merge_kept    (TlApplication *self,
                                             TlKeptCopy    *kept,
                                             GFile         *file);
gpointer       tl_application_find_address  (TlApplication *self,
                                             const char    *address);
gpointer       tl_application_practise (TlApplication *self);

G_END_DECLS
