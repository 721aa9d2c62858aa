/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fingerprint.h"

G_BEGIN_DECLS

/* What somebody does at a desk until they are killed, or two people at two desks, and what must be there when they come
 * back. Each desk has working copies of its own; both have one file, or each has a file of its own that the other merges. */

#define KILL_N_DESKS 2

/* What is told as soon as it has been kept, one at a time, whole or not at all. */
typedef enum
{
  KILL_TOLD_CHECKED,
  KILL_TOLD_EDITED,
  KILL_TOLD_IMPORTED,
  KILL_TOLD_MERGED,
  KILL_TOLD_SAVED,
} KillTold;

typedef struct
{
  KillTold what;
  guint desk;
  char fingerprint[TL_FINGERPRINT_LENGTH + 1];
} KillNews;

/* What somebody is about, in memory that whoever kills them sees too. */
typedef enum
{
  KILL_OPENING,
  KILL_EDITING,
  KILL_IMPORTING,
  KILL_MERGING,
  KILL_SAVING,
  KILL_N_DOINGS
} KillDoing;

/* Fingerprints of what must be there: the last that was kept at each desk, and the last that was saved from it. */
typedef struct
{
  const char *folder;
  gboolean one_file;
  char kept[KILL_N_DESKS][TL_FINGERPRINT_LENGTH + 1];
  char saved[KILL_N_DESKS][TL_FINGERPRINT_LENGTH + 1];
} KillDesks;

char *kill_desks_get_path (const KillDesks *self,
                           guint            desk);
void  kill_desks_begin    (const KillDesks *self);
void  kill_desks_work     (const KillDesks *self,
                           guint            first,
                           guint            n,
                           guint32          seed,
                           int              telling,
                           KillDoing       *doing);
void  kill_desks_save     (const KillDesks *self,
                           guint            desk,
                           guint            n);
void  kill_desks_end      (const KillDesks *self);

G_END_DECLS
