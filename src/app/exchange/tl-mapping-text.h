/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-result.h"

G_BEGIN_DECLS

const TlForeignCell *tl_mapping_text_find_main (const TlForeignItem   *item);
char                *tl_mapping_text_say_cells (const TlForeignResult *result,
                                                const TlForeignItem   *item,
                                                TlSnapshot            *existing);

G_END_DECLS
