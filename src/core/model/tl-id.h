/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlId:
 * @bytes: the sixteen bytes of a UUID, in network order
 *
 * The identity of a row, of an actor or of a document. All zeros is no id.
 */
typedef struct
{
  guint8 bytes[16];
} TlId;

#define TL_ID_HEX_LENGTH 32

gboolean tl_id_is_none    (const TlId *id);
gboolean tl_id_equal      (gconstpointer a,
                           gconstpointer b);
guint    tl_id_hash       (gconstpointer id);
int      tl_id_compare    (const TlId *a,
                           const TlId *b);
void     tl_id_to_hex     (const TlId *id,
                           char        hex[TL_ID_HEX_LENGTH + 1]);
gboolean tl_id_from_hex   (const char *hex,
                           TlId       *id);
TlId     tl_id_from_name  (const TlId *space,
                           const char *first_name,
                           ...) G_GNUC_NULL_TERMINATED;
TlId     tl_id_from_bytes (const TlId          *space,
                           gconstpointer        name,
                           gsize                length);
TlId     tl_id_from_namev (const TlId         *space,
                           const char * const *names);

G_END_DECLS
