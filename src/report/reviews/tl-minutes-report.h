/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

/* The minutes of a review. */

gboolean tl_minutes_report_add (const TlReportMaking  *making,
                                GError               **error);

G_END_DECLS
