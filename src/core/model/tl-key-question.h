/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-frameworks.h"

G_BEGIN_DECLS

const char *tl_key_question_find (const TlFrameworks  *frameworks,
                                  const char          *framework,
                                  const char          *reference,
                                  guint               *place);

G_END_DECLS
