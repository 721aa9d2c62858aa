/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *tl_pdf_mark_artifacts (const guint8 *content,
                                   gsize         length);

G_END_DECLS
