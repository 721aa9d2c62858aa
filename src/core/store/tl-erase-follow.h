/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"
#include "tl-id-source.h"

G_BEGIN_DECLS

gboolean tl_erase_follow (const char      *path,
                          const TlId      *document,
                          const TlDigest  *head,
                          TlIdSource      *ids,
                          GError         **error);

G_END_DECLS
