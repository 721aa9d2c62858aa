/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-day.h"

G_BEGIN_DECLS

TlDay tl_day_text_parse (const char *text,
                         TlDay       near);

G_END_DECLS
