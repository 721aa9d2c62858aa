/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-document.h"

G_BEGIN_DECLS

gboolean tl_timeline_report_add (TlDocument    *document,
                                 TlAssessment  *assessment,
                                 GPtrArray     *risks,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
