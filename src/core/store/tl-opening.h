/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-read-ahead.h"
#include "tl-store.h"
#include "tl-working-copy.h"
#include "tl-writer.h"

G_BEGIN_DECLS

/**
 * TlOpening:
 * @origin: what to open
 * @file: (nullable): the document's file
 * @ids: where ids, salts and times come from
 * @copy: the working copy, once open
 * @writer: the writer, once open
 * @ahead: (nullable): what is being read of it already, once open
 * @reason: why it can't be edited
 * @address: (nullable): the address of its file, with links followed
 * @recovery: what it goes on with
 * @typed: (nullable): what was being typed when its program ended
 * @on_network: whether its working copy is on a network
 *
 * How a document comes into a working copy. All of it happens on the writer's thread.
 */
typedef struct
{
  TlStoreOrigin origin;
  GFile *file;
  TlIdSource *ids;
  TlWorkingCopy *copy;
  TlWriter *writer;
  TlReadAhead *ahead;
  TlReadOnlyReason reason;
  char *address;
  TlStoreRecovery recovery;
  char *typed;
  gboolean on_network;
} TlOpening;

TlOpening *tl_opening_new  (TlStoreOrigin   origin,
                            GFile          *file,
                            TlIdSource     *ids);
void       tl_opening_free (TlOpening      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOpening, tl_opening_free)

gboolean   tl_opening_run  (TlOpening      *self,
                            GCancellable   *cancellable,
                            GError        **error);

G_END_DECLS
