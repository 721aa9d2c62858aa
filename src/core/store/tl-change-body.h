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
 *
 * Returns: whether it wants the next one
 */
typedef gboolean (*TlChangeBodyFunc) (GBytes   *piece,
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
gboolean  tl_change_body_read_part  (TlChange        *change,
                                     GBytes          *lines,
                                     GError         **error);
GBytes   *tl_change_body_write_new_row (const TlChange *change,
                                     GBytes          *header);
GBytes   *tl_change_body_compress   (GBytes          *body);
GBytes   *tl_change_body_decompress (GBytes          *compressed,
                                     GError         **error);
TlDigest  tl_change_body_get_digest (GBytes          *salt,
                                     GBytes          *body);

G_END_DECLS
