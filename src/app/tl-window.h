/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-application.h"
#include "tl-view.h"

G_BEGIN_DECLS

/**
 * TlWindow:
 *
 * A window on one workbook, or on how to begin.
 */
#define TL_TYPE_WINDOW (tl_window_get_type ())
G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

TlWindow   *tl_window_new          (TlApplication *application);
void        tl_window_present_soon (TlWindow      *self);
void        tl_window_open         (TlWindow      *self,
                                    GFile         *file);
void        tl_window_open_copy    (TlWindow      *self,
                                    GFile         *file);
void        tl_window_begin        (TlWindow      *self,
                                    const char    *provider);
void        tl_window_discard      (TlWindow      *self);
gboolean    tl_window_is_empty     (TlWindow      *self);
gboolean    tl_window_has_file     (TlWindow      *self,
                                    GFile         *file);
gboolean    tl_window_has_address  (TlWindow      *self,
                                    const char    *address);
TlWorkbook *tl_window_get_workbook (TlWindow      *self);
TlView     *tl_window_show_view    (TlWindow      *self,
                                    const char    *view);
void        tl_window_offer_undo   (TlWindow      *self,
                                    const char    *sentence);
void        tl_window_say          (TlWindow      *self,
                                    const char    *sentence);
void        tl_window_add_toast    (TlWindow      *self,
                                    AdwToast      *toast);

G_END_DECLS
