/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlEraseRecord:
 * @change: a change from which something was erased
 * @erasure: the erasure that did it, or the merge that had to erase more
 * @before: digest of the change's salt and body as it was made
 * @after: digest of its salt and body since
 *
 * What an erasure says of a change.
 */
typedef struct
{
  TlDigest change;
  TlDigest erasure;
  TlDigest before;
  TlDigest after;
} TlEraseRecord;

void     tl_erase_record_note    (TlChange             *erasure,
                                  GArray               *records);
gboolean tl_erase_record_read    (const TlChange       *erasure,
                                  GArray               *records);
void     tl_erase_record_note_fields (TlChange         *erasure,
                                  GPtrArray            *fields);
GPtrArray *tl_erase_record_read_fields (const TlChange *erasure);
void     tl_erase_record_note_actors (TlChange         *erasure,
                                  GArray               *actors);
GArray  *tl_erase_record_read_actors (const TlChange   *erasure);

gboolean tl_erase_record_keep    (TlDatabase           *database,
                                  const TlEraseRecord  *record,
                                  GError              **error);
gboolean tl_erase_record_rewrite (TlDatabase           *database,
                                  const TlDigest       *change,
                                  GBytes               *body,
                                  GBytes               *salt,
                                  GError              **error);
gboolean tl_erase_record_load    (TlDatabase           *database,
                                  const TlDigest       *change,
                                  GBytes              **body,
                                  GBytes              **salt,
                                  TlDigest             *digest,
                                  GError              **error);
gboolean tl_erase_record_find    (TlDatabase           *database,
                                  const TlDigest       *change,
                                  TlEraseRecord        *record,
                                  gboolean             *found,
                                  GError              **error);
GArray  *tl_erase_record_list    (TlDatabase           *database,
                                  GError              **error);
gboolean tl_erase_record_rebuild (TlDatabase           *database,
                                  GError              **error);
gboolean tl_erase_record_forget_actors (TlDatabase     *database,
                                  GArray               *actors,
                                  GError              **error);

guint    tl_digest_hash          (gconstpointer         digest);
gboolean tl_digest_same          (gconstpointer         a,
                                  gconstpointer         b);

G_END_DECLS
