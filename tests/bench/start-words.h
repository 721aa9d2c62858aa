/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

int start_words_run (gboolean  places,
                     GCallback mapped_cb);

G_END_DECLS
