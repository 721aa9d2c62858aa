/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GThread *tl_report_prepare_fonts (void);

G_END_DECLS
