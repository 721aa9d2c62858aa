/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlShortcutsDialog:
 *
 * The keys that do something.
 */
#define TL_TYPE_SHORTCUTS_DIALOG (tl_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlShortcutsDialog, tl_shortcuts_dialog, TL, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *tl_shortcuts_dialog_new (void);

G_END_DECLS
