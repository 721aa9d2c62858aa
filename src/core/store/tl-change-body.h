/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-change.h"

G_BEGIN_DECLS

/**
 * TlChangeBodyFunc:
 * @piece: a piece of a body
 * @last: whether it is the last one, which may be empty
 * @data: what the caller gave
 *
 * Takes a piece of a body.
 */
typedef void (*TlChangeBodyFunc) (GBytes   *piece,
                                  gboolean  last,
                                  gpointer  data);

void      tl_change_body_write_pieces (const TlChange   *change,
                                       gsize             length,
                                       TlChangeBodyFunc  func,
                                       gpointer          data);
GBytes   *tl_change_body_write      (const TlChange  *change);
gboolean  tl_change_body_read       (TlChange        *change,
                                     GBytes          *body,
                                     GError         **error);
GBytes   *tl_change_body_compress   (GBytes          *body);
GBytes   *tl_change_body_decompress (GBytes          *compressed,
                                     GError         **error);
gsize     tl_change_body_measure_row (const char      *line,
                                     gsize            length);
TlDigest  tl_change_body_get_digest (GBytes          *salt,
                                     GBytes          *body);

G_END_DECLS
