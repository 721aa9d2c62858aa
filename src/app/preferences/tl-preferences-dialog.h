/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlPreferencesDialog:
 *
 * Who you are and how this computer does things; and what a workbook says of itself.
 */
#define TL_TYPE_PREFERENCES_DIALOG (tl_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPreferencesDialog, tl_preferences_dialog, TL, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *tl_preferences_dialog_new (GSettings  *settings,
                                      TlWorkbook *workbook);

G_END_DECLS
