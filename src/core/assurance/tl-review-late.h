/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"

G_BEGIN_DECLS

guint tl_review_count_late (const TlAssessment *assessment);

G_END_DECLS
