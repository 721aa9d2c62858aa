/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *tl_detail_choose (const double *xs,
                          const double *ys,
                          guint         n,
                          double        width);

G_END_DECLS
