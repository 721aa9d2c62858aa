/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

char      *tl_about_dup_details (void);
AdwDialog *tl_about_dialog_new  (void);

G_END_DECLS
