/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlIdSource:
 *
 * Where new ids, salts and times come from: this computer's randomness and clock, or, for the sample and for tests, a
 * seed and a fixed time. Safe on any thread.
 */
#define TL_TYPE_ID_SOURCE (tl_id_source_get_type ())
G_DECLARE_FINAL_TYPE (TlIdSource, tl_id_source, TL, ID_SOURCE, GObject)

#define TL_SALT_LENGTH 16

TlIdSource *tl_id_source_new         (const TlId *actor,
                                      const char *actor_name);
TlIdSource *tl_id_source_new_seeded  (const char *seed,
                                      gint64      time);
TlIdSource *tl_id_source_new_for_user (void);
TlId        tl_id_source_make_id     (TlIdSource *self);
void        tl_id_source_make_salt   (TlIdSource *self,
                                      guint8      salt[TL_SALT_LENGTH]);
gint64      tl_id_source_get_time    (TlIdSource *self);
void        tl_id_source_set_time    (TlIdSource *self,
                                      gint64      time);
const TlId *tl_id_source_get_actor   (TlIdSource *self);
const char *tl_id_source_get_actor_name (TlIdSource *self);
void        tl_id_source_set_actor_name (TlIdSource *self,
                                         const char *actor_name);

G_END_DECLS
