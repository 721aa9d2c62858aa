/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-report-making.h"

G_BEGIN_DECLS

gboolean tl_risk_history_add (const TlReportMaking  *making,
                              GError               **error);

G_END_DECLS
