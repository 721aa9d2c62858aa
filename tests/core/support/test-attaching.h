/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store-attach.h"

G_BEGIN_DECLS

/* Files on evidence, as a test would like to attach them: one after the other. */

TlId            test_add_evidence      (TlStore        *store,
                                        const TlId     *risk,
                                        const char     *finding);
GFile          *test_write_file        (const char     *folder,
                                        const char     *name,
                                        const char     *content,
                                        gssize          length);
TlAttachedFile *test_take_file         (TlStore        *store,
                                        GFile          *file,
                                        GError        **error);
TlId            test_attach            (TlStore        *store,
                                        const TlId     *evidence,
                                        GFile          *file);
void            test_detach            (TlStore        *store,
                                        const TlId     *attachment);
guint           test_count_attachments (TlStore        *store,
                                        const TlId     *evidence);
char           *test_unpack            (TlStore        *store,
                                        const TlId     *evidence,
                                        guint           index,
                                        GError        **error);
gint64          test_ask_file          (const char     *path,
                                        const char     *sql);
void            test_run_sql           (const char     *path,
                                        const char     *sql);

G_END_DECLS
