/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-store.h"

G_BEGIN_DECLS

/* A folder of its own for a test, with the working copies in one below it, and the store's functions as a test would
 * like to call them: one after the other. */

typedef struct
{
  char *folder;
  char *copies;
} TestDesk;

TestDesk   *test_desk_new          (void);
void        test_desk_free         (TestDesk      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDesk, test_desk_free)
char       *test_desk_path         (TestDesk      *self,
                                    const char    *name);
guint       test_desk_count_copies (TestDesk      *self);
guint       test_desk_count_files  (TestDesk      *self);

/* An answer that a test waits for: one to keep it, one to wait until it is kept. */
void        test_keep_cb           (GObject       *source,
                                    GAsyncResult  *result,
                                    gpointer       user_data);
GAsyncResult *test_wait_for        (GAsyncResult **result);

TlStore    *test_store_open        (TlStoreOrigin  origin,
                                    const char    *path,
                                    TlIdSource    *ids,
                                    GError       **error);
TlStore    *test_store_new         (const char    *seed);
TlStore    *test_store_open_file   (const char    *path);
TlChange   *test_store_try         (TlStore       *store,
                                    TlChange      *change,
                                    GError       **error);
void        test_store_apply       (TlStore       *store,
                                    TlChange      *change);
TlSnapshot *test_store_load        (TlStore       *store);
gboolean    test_store_try_save    (TlStore       *store,
                                    const char    *path,
                                    GError       **error);
void        test_store_save        (TlStore       *store,
                                    const char    *path);
void        test_store_close       (TlStore       *store);

/* A risk with a title, and a change that names it anew. */
TlId        test_store_add_risk    (TlStore       *store,
                                    const char    *ref,
                                    const char    *title);
void        test_store_rename_risk (TlStore       *store,
                                    const TlId    *risk,
                                    const char    *title);
const char *test_store_get_title   (TlSnapshot    *snapshot,
                                    const char    *ref);
void        test_store_check_title (const char    *path,
                                    const char    *ref,
                                    const char    *title);

/* A document with one risk, R1, and what is done to it. */
char       *test_desk_make_document       (TestDesk   *desk);
TlId        test_store_find_risk          (TlStore    *store);
void        test_store_rename_first       (TlStore    *store,
                                           const char *title);
void        test_store_add_paragraphs     (TlStore    *store,
                                           guint       n);
void        test_store_assert_cannot_save (TlStore    *store,
                                           const char *path,
                                           int         code,
                                           const char *part);
void        test_assert_content           (const char *path,
                                           const char *content,
                                           gsize       length);

G_END_DECLS
