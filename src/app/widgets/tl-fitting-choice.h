/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlFittingChoice:
 *
 * One choice of a few: a group of toggles where there is room for them, and the same choices in a list to pull down
 * where there isn't, on a narrow window or with large text.
 */
#define TL_TYPE_FITTING_CHOICE (tl_fitting_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlFittingChoice, tl_fitting_choice, TL, FITTING_CHOICE, GtkWidget)

gboolean tl_fitting_choice_is_list (TlFittingChoice *self);

G_END_DECLS
