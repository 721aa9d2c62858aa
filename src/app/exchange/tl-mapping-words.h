/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-foreign-result.h"

G_BEGIN_DECLS

/**
 * TlMappingWords:
 *
 * The third step with a spreadsheet that isn't ours: what its words mean.
 */
#define TL_TYPE_MAPPING_WORDS (tl_mapping_words_get_type ())
G_DECLARE_FINAL_TYPE (TlMappingWords, tl_mapping_words, TL, MAPPING_WORDS, AdwBin)

void tl_mapping_words_load (TlMappingWords        *self,
                            const TlForeignResult *result,
                            TlForeignMapping      *mapping,
                            TlSnapshot            *existing,
                            TlDay                  today);

G_END_DECLS
