/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-facts.h"

G_BEGIN_DECLS

/**
 * TlReadingText:
 * @numerator: what stands before "of", or the events of a count; empty for none
 * @denominator: what stands behind it; empty for none
 * @value: a percentage without its numbers, or a quantity; empty for none
 *
 * What a reading says, written as one text, taken apart into the texts of its three fields.
 */
typedef struct
{
  char *numerator;
  char *denominator;
  char *value;
} TlReadingText;

void     tl_reading_text_clear (TlReadingText        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlReadingText, tl_reading_text_clear)

gboolean tl_reading_text_read  (TlMeasureKind         kind,
                                const char           *text,
                                TlReadingText        *parts,
                                char                **message);
char    *tl_reading_text_write (TlMeasureKind         kind,
                                double                numerator,
                                double                denominator,
                                double                value);
char    *tl_reading_text_speak (const char           *text);

G_END_DECLS
