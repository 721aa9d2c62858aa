/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-practice-book.h"

G_BEGIN_DECLS

char *tl_practice_say_field (const TlField *field,
                             const TlFacts *row);

G_END_DECLS
