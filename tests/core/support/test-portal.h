/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The real document portal on a bus of its own: the files of a sandboxed program, as that program sees them. */

typedef struct _TestPortal TestPortal;

typedef enum
{
  TEST_PORTAL_READ,
  TEST_PORTAL_READ_AND_WRITE,
} TestPortalAccess;

TestPortal *test_portal_new    (void);
void        test_portal_free   (TestPortal       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPortal, test_portal_free)

/* Where a sandboxed program finds a file, which need not be there yet, once its user has chosen it in a dialog. */
char       *test_portal_choose (TestPortal       *self,
                                const char       *path,
                                TestPortalAccess  access);

/* From here on the portal can't write a file to beyond so many bytes, as on a disk that is full; 0 for as much as it likes. */
void        test_portal_limit  (TestPortal       *self,
                                gsize             length);

G_END_DECLS
