/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-fault-desk.h"

G_BEGIN_DECLS

/* What people do with a document, each thing on a desk of its own. */

typedef struct _TestOperation TestOperation;

typedef struct
{
  const TestOperation *operation;
  TestFaultDesk *desk;
  TlStore *store;
} TestRun;

/* One that opens does nothing else; any other finds the document open, and @prepare done. */
struct _TestOperation
{
  const char *name;
  TestState state;
  TlStoreOrigin origin;
  gboolean opens;
  gboolean changes;
  gboolean saves;
  /* Meanwhile indexes are taken away, which must be there again whatever happens. */
  gboolean rests;
  void (*prepare) (TestRun *run);
  gboolean (*act) (TestRun  *run,
                   GError  **error);
};

const TestOperation *test_operations_get (guint *n);

G_END_DECLS
