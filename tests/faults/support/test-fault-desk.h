/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-store.h"

G_BEGIN_DECLS

/* A desk that can be put back as it was: documents and working copies as some program left them. */

typedef struct
{
  TestDesk *desk;
  TestDesk *shelf;
  char *document;
  char *other;
  GHashTable *marks;
} TestFaultDesk;

/* What a program may find. The document's risk R1 is called Before, unless somebody has said otherwise. */
typedef enum
{
  /* Nothing at all. */
  TEST_STATE_EMPTY,
  /* A document, and somebody else's copy of it in which R1 is called Elsewhere and there is R3. */
  TEST_STATE_FILES,
  /* A working copy besides, with nothing unsaved. */
  TEST_STATE_CLEAN,
  /* Its program was killed: R1 is called Kept, and that is in the log alone. */
  TEST_STATE_KILLED,
  /* And the document has become the other copy meanwhile. */
  TEST_STATE_KILLED_AND_CHANGED,
  /* Nothing is unsaved but many names of R1, and the next one makes the log so long that it goes into the file. */
  TEST_STATE_LONG,
  TEST_N_STATES,
} TestState;

TestFaultDesk *test_fault_desk_new     (void);
void           test_fault_desk_free    (TestFaultDesk  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFaultDesk, test_fault_desk_free)
void           test_fault_desk_keep    (TestFaultDesk  *self,
                                        const char     *name);
void           test_fault_desk_restore (TestFaultDesk  *self,
                                        const char     *name);
void           test_fault_desk_lay_out (TestFaultDesk  *self,
                                        TestState       state);
void           test_fault_desk_change  (TestFaultDesk  *self);
TlStore       *test_fault_desk_open    (TestFaultDesk  *self,
                                        TlStoreOrigin   origin,
                                        GError        **error);

char          *test_fault_desk_dump      (TlStore        *store,
                                          GError        **error);
char          *test_fault_desk_dump_file (TestFaultDesk  *self,
                                          GError        **error);
char          *test_fault_desk_check_indexes (TestFaultDesk *self);
gboolean       test_fault_desk_has_copy  (TestFaultDesk  *self,
                                          const char     *dump);

G_END_DECLS
